package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.ScalarKind;
import io.weft.postgres.schema.AggregateFunction;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.sql.Reader.Named;
import io.weft.postgres.sql.Reader.ObjectReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What is selected of an aggregate: a cell for each value that is asked for. */
final class CompileAggregate {

    static final Field<Object> COUNT = DSL.field("count(*)");
    private static final ColumnType WHOLE = ColumnType.of(ScalarKind.INTEGER);

    private final ObjectType type;
    private final Scope scope;

    /** @param scope takes the cells; its table is what is aggregated */
    CompileAggregate(ObjectType type, Scope scope) {
        this.type = type;
        this.scope = scope;
    }

    ObjectReader compile(List<SelectedField> selected, String place) {
        List<Named> readers = new ArrayList<>();
        for (SelectedField field : selected) {
            if (field.getName().equals("count")) {
                readers.add(new Named(field.getResultKey(), cell(COUNT, WHOLE, "Int")));
            } else {
                function(field.getName())
                        .ifPresent(
                                function -> readers.add(new Named(field.getResultKey(), of(function, field, place))));
            }
        }
        return new ObjectReader(type.name() + "Aggregate", readers);
    }

    /** The function of a field of an aggregate; none for {@code __typename}. */
    static Optional<AggregateFunction> function(String name) {
        return Arrays.stream(AggregateFunction.values())
                .filter(function -> function.graphQl().equals(name))
                .findFirst();
    }

    private Reader of(AggregateFunction function, SelectedField field, String place) {
        List<Named> readers = new ArrayList<>();
        for (SelectedField column : field.getSelectionSet().getImmediateFields()) {
            if (!column.getName().startsWith("__")) {
                AggregateValue value = new AggregateValue(function, type.column(column.getName()));
                Field<Object> expression =
                        value.of(scope.alias(), field.getArguments(), place + "." + field.getResultKey());
                readers.add(new Named(column.getResultKey(), cell(expression, value.type(), value.shown())));
            }
        }
        return new ObjectReader(type.name(), readers);
    }

    private Reader cell(Field<Object> value, ColumnType type, String shown) {
        return new Reader.Cell(scope.cell(Expressions.text(value, type)), type, shown);
    }
}
