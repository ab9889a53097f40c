package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.sql.Reader.Named;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The fields selected of one row: columns become cells, related rows become subqueries in a cell. */
final class CompileObject {

    private static final ColumnType TEXT = ColumnType.of(ScalarKind.TEXT);
    private static final ColumnType NUMBER = ColumnType.of(ScalarKind.DOUBLE);

    private final Scope scope;
    private final AtHand atHand;

    CompileObject(Scope scope) {
        this(scope, AtHand.NOTHING);
    }

    /** @param atHand beside the row */
    CompileObject(Scope scope, AtHand atHand) {
        this.scope = scope;
        this.atHand = atHand;
    }

    ObjectReader compile(ObjectType type, List<SelectedField> selected, String place) {
        List<Named> readers = new ArrayList<>(fields(type.name(), type.fields(), selected, place));
        if (hasForeign(type, selected)) {
            type.keys().stream()
                    .flatMap(key -> Arrays.stream(key.split(" ")))
                    .distinct()
                    .filter(key -> readers.stream()
                            .noneMatch(reader -> reader.responseName().equals(key)))
                    .forEach(key -> readers.add(new Named(key, cell(type.column(key)))));
        }
        return new ObjectReader(type.name(), readers);
    }

    private List<Named> fields(
            String typeName, List<PublishedField> published, List<SelectedField> selected, String place) {
        List<Named> readers = new ArrayList<>();
        for (SelectedField field : selected) {
            if (concerns(field, typeName)) {
                find(published, field)
                        .map(found -> reader(found, field, place + "." + field.getResultKey()))
                        .ifPresent(reader -> readers.add(new Named(field.getResultKey(), reader)));
            }
        }
        return readers;
    }

    private Reader reader(PublishedField published, SelectedField field, String place) {
        List<SelectedField> below = field.getSelectionSet().getImmediateFields();
        return switch (published) {
            case ColumnField column -> cell(column);
            case GroupField group ->
                new ObjectReader(group.typeName(), fields(group.typeName(), group.fields(), below, place));
            case ToOneField one -> one(one, below, place);
            case ToManyField many -> {
                ObjectType target = scope.publication().type(many.typeName());
                yield new CompileConnection(scope).compile(target, many.joins(), field.getArguments(), below, place);
            }
            case MeasureField measure -> measure(measure, field.getArguments(), place);
        };
    }

    private Reader cell(ColumnField column) {
        ColumnType type = column.column().type();
        return new Reader.Cell(scope.cell(Expressions.text(stored(column), type)), type, column.type());
    }

    private Field<Object> stored(ColumnField column) {
        return Expressions.column(scope.alias(), column.column().name());
    }

    private Reader measure(MeasureField measure, Map<String, Object> arguments, String place) {
        Field<Object> stored = stored(measure.column());
        ColumnType type = measure.column().column().type();
        return switch (measure.measure()) {
            // The cosine with a vector of zeros is none.
            case DISTANCE -> number(DSL.field("nullif({0}, 'NaN')", VectorDistance.of(stored, type, arguments, place)));
            case SIMILARITY -> number(TrigramSimilarity.of(stored, type, arguments, place));
            case RANK -> number(search(arguments, place).rank(stored, type));
            case HEADLINE ->
                new Reader.Cell(
                        scope.cell(search(arguments, place).headline(stored, type, arguments, place)), TEXT, "String");
        };
    }

    private static TextSearch search(Map<String, Object> arguments, String place) {
        return TextSearch.of(fields(arguments.get("search")), place + ".search");
    }

    private Reader number(Field<Object> number) {
        return new Reader.Cell(scope.cell(Expressions.text(number, NUMBER)), NUMBER, "Float");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value, "the schema demands it");
    }

    private Reader one(ToOneField one, List<SelectedField> below, String place) {
        ObjectType target = scope.publication().type(one.typeName());
        Optional<String> told = atHand.related(target.table(), one.joins(), OwnColumns.of(target, below));
        Scope inner = told.map(alias -> scope.nested(alias, Amount.ONE, place))
                .orElseGet(() -> scope.nested(Amount.ONE, place));
        ObjectReader object = new CompileObject(inner).compile(target, below, place);
        inner.needCell();
        Field<String> cells = Expressions.array(inner.cells());
        Field<String> cell = told.isPresent()
                ? AtHand.cell(
                        Expressions.column(inner.alias(), one.joins().getFirst().targetColumn()), cells)
                : DSL.field(
                        "({0})::text",
                        SQLDataType.CLOB,
                        DSL.select(cells)
                                .from(Expressions.table(target.table().name(), inner.alias()))
                                .where(CompileFilter.joined(one.joins(), scope.alias(), inner.alias())));
        return new Reader.One(scope.cell(cell), object);
    }

    /** Whether others answer some of the fields, by the row's keys. */
    static boolean hasForeign(ObjectType type, List<SelectedField> selected) {
        return selected.stream()
                .anyMatch(field -> concerns(field, type.name())
                        && find(type.fields(), field).isEmpty());
    }

    static boolean concerns(SelectedField field, String typeName) {
        return !field.getName().startsWith("__") && field.getObjectTypeNames().contains(typeName);
    }

    static Optional<PublishedField> find(List<PublishedField> published, SelectedField field) {
        return published.stream()
                .filter(candidate -> candidate.name().equals(field.getName()))
                .findFirst();
    }
}
