package io.weft.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ForeignKey;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.catalog.Tags;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table may be called as a type that another table brings: then it is left out, and nothing is defined twice. */
class NamesTakenTest {

    private static final Pattern DEFINED = Pattern.compile("(?m)^(?:type|input|enum) (\\w+)");

    private static Table table(String name, List<ForeignKey> foreignKeys, Tags tags) {
        return new Table(
                new TableName("shop", name),
                null,
                List.of(
                        new Column("id", ColumnType.of(ScalarKind.INTEGER), false, null),
                        new Column("title", ColumnType.of(ScalarKind.TEXT), true, null),
                        new Column("before", ColumnType.of(ScalarKind.INTEGER), true, null)),
                List.of("id"),
                List.of(),
                foreignKeys,
                tags);
    }

    private static Table book() {
        ForeignKey before = new ForeignKey("before", List.of("before"), new TableName("shop", "book"), List.of("id"));
        return table("book", List.of(before), Tags.NONE);
    }

    private static PublishTables.Result published(Table... tables) {
        return PublishTables.publish(new Catalog(List.of(tables)));
    }

    static Stream<String> typesOfABook() {
        return DEFINED.matcher(WriteSdl.write(published(book()).publication()))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("Query"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("typesOfABook")
    void isLeftOutAndSaid(String name) {
        String called = name.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);

        PublishTables.Result result = published(book(), table(called, List.of(), Tags.NONE));

        assertThat(result.notes()).anyMatch(note -> note.contains(called + " is not published") && note.contains(name));
        assertThat(result.publication().find("Book")).isPresent();
        assertThat(DEFINED.matcher(WriteSdl.write(result.publication()))
                        .results()
                        .map(found -> found.group(1)))
                .doesNotHaveDuplicates();
    }
}
