package io.weft.postgres.schema;

import io.weft.postgres.catalog.Column;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field of a published object type. Descriptions are null where there is nothing to say. */
public sealed interface PublishedField {

    String name();

    @Nullable String description();

    /** What a client may do with a field besides reading it. */
    enum Use {
        FILTER,
        SORT,
        /** Where the table can be written at all: of a new row, */
        INSERT,
        /** and of a row that is there. */
        UPDATE
    }

    /**
     * A column's value.
     *
     * @param type       the GraphQL type's name without list and non-null
     * @param nonNull    whether null never comes
     * @param directives as they follow the field in SDL, empty if none
     */
    record ColumnField(
            String name,
            @Nullable String description,
            Column column,
            String type,
            boolean nonNull,
            Set<Use> uses,
            String directives)
            implements PublishedField {

        public ColumnField {
            uses = Set.copyOf(uses);
        }

        /** The column as the catalog has it, to filter and sort by, under its camelCase name. */
        public static ColumnField of(Column column) {
            return new ColumnField(
                    Names.camel(column.name()),
                    column.comment(),
                    column,
                    GraphQlTypes.nameOf(column.type()),
                    !column.nullable(),
                    EnumSet.allOf(Use.class),
                    "");
        }

        public ColumnField named(String other) {
            return new ColumnField(other, description, column, type, nonNull, uses, directives);
        }

        public ColumnField described(@Nullable String text) {
            return new ColumnField(name, text, column, type, nonNull, uses, directives);
        }

        public ColumnField typed(String graphQlType) {
            return new ColumnField(name, description, column, graphQlType, nonNull, uses, directives);
        }

        public ColumnField directed(String text) {
            return new ColumnField(name, description, column, type, nonNull, uses, text);
        }

        public ColumnField usable(Set<Use> allowed) {
            return new ColumnField(name, description, column, type, nonNull, allowed, directives);
        }
    }

    /**
     * Fields of the same row, gathered in an object of their own type.
     *
     * @param nonNull whether the schema says that it never is null. Where the object of an entity may be missing because its
     *     service is, it should not say so, or the entity goes missing with it
     */
    record GroupField(
            String name, @Nullable String description, String typeName, List<PublishedField> fields, boolean nonNull)
            implements PublishedField {
        public GroupField {
            fields = List.copyOf(fields);
        }

        public GroupField(String name, @Nullable String description, String typeName, List<PublishedField> fields) {
            this(name, description, typeName, fields, true);
        }

        /** The same, nullable in the schema. */
        public GroupField nullable() {
            return new GroupField(name, description, typeName, fields, false);
        }
    }

    /** The one row of another published type that the joins lead to; null where there is none. */
    record ToOneField(String name, @Nullable String description, String typeName, List<Join> joins, Set<Use> uses)
            implements PublishedField {
        public ToOneField {
            joins = List.copyOf(joins);
            uses = Set.copyOf(uses);
        }
    }

    /** A connection over the rows of another published type that the joins lead to. */
    record ToManyField(String name, @Nullable String description, String typeName, List<Join> joins, Set<Use> uses)
            implements PublishedField {
        public ToManyField {
            joins = List.copyOf(joins);
            uses = Set.copyOf(uses);
        }
    }

    /** What a search finds out about a column's value; the search is the field's argument. Not for filters: columns have those. */
    record MeasureField(String name, @Nullable String description, ColumnField column, Measure measure)
            implements PublishedField {

        /** What can be found out about this column: distances of vectors; ranks, excerpts and likeness of what is tagged {@code @searchable}. */
        public static List<MeasureField> of(ColumnField field) {
            return Measure.of(field.column()).stream()
                    .map(measure -> new MeasureField(
                            field.name() + measure.suffix(), measure.meaning(field.name()), field, measure))
                    .toList();
        }
    }

    /** {@code column} here equals {@code targetColumn} there. */
    record Join(String column, String targetColumn) {}
}
