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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyTablesTest {

    @Test
    void relationsMayLeadThroughMoreTablesThanAStackIsDeep() {
        int many = 2_000;
        Catalog chain = new Catalog(
                IntStream.range(0, many).mapToObj(ManyTablesTest::link).toList());

        String sdl = WriteSdl.write(PublishTables.publish(chain).publication());

        assertThat(sdl).contains("input Link0Filter {", "input Link" + (many - 1) + "Order {");
    }

    /** Each refers to the one before it. */
    private static Table link(int number) {
        return new Table(
                new TableName("chain", "link" + number),
                null,
                List.of(
                        new Column("id", ColumnType.of(ScalarKind.INTEGER), false, null),
                        new Column("before", ColumnType.of(ScalarKind.INTEGER), true, null)),
                List.of("id"),
                List.of(),
                number == 0
                        ? List.of()
                        : List.of(new ForeignKey(
                                "before",
                                List.of("before"),
                                new TableName("chain", "link" + (number - 1)),
                                List.of("id"))),
                Tags.NONE);
    }
}
