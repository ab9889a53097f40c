package io.weft.postgres.schema;

import io.weft.postgres.catalog.Table;
import io.weft.postgres.catalog.TableRule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table published as an object type.
 *
 * @param keys       its federation keys, as {@code @key(fields: …)} has them: the name of a field, or several with blanks between; empty
 *     where it is no entity
 * @param operations what clients may do with its rows
 */
public record ObjectType(
        String name,
        @Nullable String description,
        Table table,
        List<PublishedField> fields,
        List<String> keys,
        Set<Operation> operations) {

    /** A type that is only read. */
    public ObjectType(
            String name, @Nullable String description, Table table, List<PublishedField> fields, List<String> keys) {
        this(name, description, table, fields, keys, Operation.READING);
    }

    public ObjectType {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        operations = Set.copyOf(operations);
        if (table.primaryKey().isEmpty()) {
            throw new IllegalArgumentException(
                    "table " + table.name() + " cannot be published as " + name + ": it has no primary key");
        }
    }

    public Optional<PublishedField> field(String field) {
        return fields.stream()
                .filter(candidate -> candidate.name().equals(field))
                .findFirst();
    }

    /** The column field of this name. @throws IllegalArgumentException if there is none */
    public PublishedField.ColumnField column(String field) {
        return field(field)
                .filter(PublishedField.ColumnField.class::isInstance)
                .map(PublishedField.ColumnField.class::cast)
                .orElseThrow(() -> new IllegalArgumentException(name + "." + field + " is no column"));
    }

    /** The fields of one of its keys, in their order. */
    public List<PublishedField.ColumnField> keyFields(String key) {
        return Arrays.stream(key.split(" ")).map(this::column).toList();
    }

    /** The unique constraints that decide whether a row is there already, by their GraphQL names: {@code id}, {@code shelfAndPlace}. */
    public SequencedMap<String, List<PublishedField.ColumnField>> arbiters() {
        SequencedMap<String, List<PublishedField.ColumnField>> arbiters = new LinkedHashMap<>();
        table.rules().stream()
                .filter(rule -> rule.immediate()
                        && (rule.kind() == TableRule.Kind.PRIMARY || rule.kind() == TableRule.Kind.UNIQUE))
                .sorted(Comparator.comparing(TableRule::kind))
                .forEach(rule -> {
                    List<PublishedField.ColumnField> columns = rule.columns().stream()
                            .flatMap(column -> ofColumn(column).stream())
                            .filter(field -> field.column().writing().insertable())
                            .toList();
                    if (columns.size() == rule.columns().size()) {
                        arbiters.putIfAbsent(keyName(columns), columns);
                    }
                });
        return arbiters;
    }

    /** The fields that a new row may say, or that a change may. */
    public List<PublishedField.ColumnField> writable(PublishedField.Use use) {
        return fields.stream()
                .filter(PublishedField.ColumnField.class::isInstance)
                .map(PublishedField.ColumnField.class::cast)
                .filter(field -> field.uses().contains(use)
                        && (use == PublishedField.Use.INSERT
                                ? field.column().writing().insertable()
                                : field.column().writing().updatable()))
                .toList();
    }

    /** The field of a column of the table, if that is published. */
    public Optional<PublishedField.ColumnField> ofColumn(String column) {
        return fields.stream()
                .filter(PublishedField.ColumnField.class::isInstance)
                .map(PublishedField.ColumnField.class::cast)
                .filter(field -> field.column().name().equals(column))
                .findFirst();
    }

    /** {@code shelf} and {@code place} become {@code shelfAndPlace}. */
    static String keyName(List<PublishedField.ColumnField> fields) {
        StringBuilder name = new StringBuilder(fields.getFirst().name());
        fields.stream().skip(1).forEach(field -> name.append("And").append(PublishTables.capitalized(field.name())));
        return name.toString();
    }
}
