package io.weft.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.catalog.Tags;
import io.weft.postgres.catalog.TypeName;
import io.weft.postgres.catalog.VectorKind;
import io.weft.postgres.schema.PublishedField.ColumnField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Services that are composed share their input types by name, and only what all of them define of one survives. So one name must mean
 * the same fields, whatever columns a service happens to have.
 */
class FilterNamesTest {

    private static final Pattern FILTERS = Pattern.compile("input (\\w+Filter) \\{\n(.*?)}", Pattern.DOTALL);
    private static final List<@Nullable String> SHOWN_AS = listOf(null, "ID", "Int", "URL", "Visibility");

    @Test
    void filtersOfOneNameHaveTheSameFieldsInEverySchema() {
        Map<String, String> known = new HashMap<>();
        for (ColumnType type : types()) {
            for (String shown : SHOWN_AS) {
                ColumnField field = ColumnField.of(new Column("value", type, true, null));
                String sdl = sdl(shown == null ? field : field.typed(shown));
                for (MatchResult filter : FILTERS.matcher(sdl).results().toList()) {
                    if (!filter.group(1).equals("ThingFilter")) {
                        assertThat(filter.group(2))
                                .as("%s for %s shown as %s", filter.group(1), type, shown)
                                .isEqualTo(known.getOrDefault(filter.group(1), filter.group(2)));
                        known.put(filter.group(1), filter.group(2));
                    }
                }
            }
        }
        assertThat(known)
                .containsKeys("StringFilter", "FloatFilter", "TextIDFilter", "VectorFilter", "StringListFilter");
    }

    private static List<ColumnType> types() {
        ColumnType mood = new ColumnType.Enumeration(new TypeName("s", "mood"), List.of("well", "ill"), null);
        ColumnType.Range range =
                new ColumnType.Range(new TypeName("pg_catalog", "int4range"), ColumnType.of(ScalarKind.INTEGER));
        List<ColumnType> types = new ArrayList<>(List.of(
                new ColumnType.Vector(3),
                new ColumnType.Vector(VectorKind.HALFVEC, 3),
                new ColumnType.Vector(VectorKind.SPARSEVEC, 3),
                new ColumnType.Other("point"),
                new ColumnType.Array(new ColumnType.Other("point")),
                mood,
                new ColumnType.Array(mood),
                range,
                new ColumnType.Array(range),
                new ColumnType.Multirange(new TypeName("pg_catalog", "int4multirange"), range)));
        for (ScalarKind kind : ScalarKind.values()) {
            types.add(ColumnType.of(kind));
            types.add(ColumnType.arrayOf(kind));
            types.add(new ColumnType.Array(ColumnType.arrayOf(kind)));
            types.add(new ColumnType.Domain(new TypeName("s", "own"), ColumnType.of(kind)));
        }
        return types;
    }

    private static String sdl(ColumnField field) {
        Table table = new Table(
                new TableName("s", "thing"),
                null,
                List.of(field.column()),
                List.of("value"),
                List.of(),
                List.of(),
                Tags.NONE);
        return WriteSdl.write(new Publication(
                List.of(new ObjectType("Thing", null, table, List.of(field), List.of())),
                List.of(new Root.Connection("things", "Thing", null))));
    }

    private static List<@Nullable String> listOf(@Nullable String... values) {
        return Arrays.asList(values);
    }
}
