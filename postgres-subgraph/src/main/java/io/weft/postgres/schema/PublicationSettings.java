package io.weft.postgres.schema;

import io.weft.postgres.catalog.TableName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of a database is published where its service says nothing itself, besides what the comments on the tables say.
 *
 * @param schemas the schemas whose tables are published; none by default
 * @param rules   exceptions, of which all that name a table count, a later one more than an earlier one
 */
@ConfigurationProperties(value = "weft.publication", ignoreUnknownFields = false)
public record PublicationSettings(
        @DefaultValue List<String> schemas, @DefaultValue List<Rule> rules) {

    /**
     * An exception; what it does not say is as the comments have it.
     *
     * @param tables     which tables it is for: {@code shop.book}, or {@code shop.*}
     * @param published  false where they are not to appear
     * @param operations all that clients may do with their rows
     * @param omit       columns that do not appear
     * @param readOnly   columns that cannot be written
     * @param unfiltered columns that cannot be filtered or ordered by
     */
    public record Rule(
            String tables,
            @Nullable Boolean published,
            @Nullable Set<Operation> operations,
            @DefaultValue Set<String> omit,
            @DefaultValue Set<String> readOnly,
            @DefaultValue Set<String> unfiltered) {

        public Rule {
            if (!tables.matches("[^.]+\\.[^.]+")) {
                throw new IllegalArgumentException(
                        "weft.publication.rules[].tables must look like shop.book or shop.*, not \"" + tables + "\"");
            }
            omit = Set.copyOf(omit);
            readOnly = Set.copyOf(readOnly);
            unfiltered = Set.copyOf(unfiltered);
        }

        boolean isFor(TableName table) {
            String pattern = Pattern.compile("\\*")
                    .splitAsStream(tables + " ")
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            return (table + " ").matches(pattern);
        }
    }

    /** Nothing but the tables of some schemas, as their comments say. */
    public static PublicationSettings of(List<String> schemas) {
        return new PublicationSettings(schemas, List.of());
    }

    public PublicationSettings {
        schemas = List.copyOf(schemas);
        rules = List.copyOf(rules);
    }

    List<Rule> rules(TableName table) {
        return rules.stream().filter(rule -> rule.isFor(table)).toList();
    }
}
