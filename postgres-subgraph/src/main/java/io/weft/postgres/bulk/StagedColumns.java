package io.weft.postgres.bulk;

import io.weft.postgres.ddl.ColumnRule;
import io.weft.postgres.ddl.TypedColumn;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The columns of a typed table on their way from a JSON object through the staging table, where they are c0, c1, … */
public final class StagedColumns {

    private final String table;
    private final List<TypedColumn> columns;
    private final Set<String> names;

    /** @param table what has these columns, as people call it */
    public StagedColumns(String table, List<TypedColumn> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.names = columns.stream().map(TypedColumn::name).collect(Collectors.toUnmodifiableSet());
    }

    /** For {@link BulkPlan#columns}. */
    public List<String> definitions() {
        return each(i -> "c" + i + " " + columns.get(i).type().sql());
    }

    /**
     * An object's values, in the columns' order.
     *
     * @param place names the object for people
     * @throws Refusal if it is no object, has something else, or lacks what is required
     */
    public List<@Nullable String> cells(JsonNode object, String place) {
        if (!object.isObject()) {
            throw Refusal.input(place + ": an object is needed, with values of " + table);
        }
        for (String name : object.propertyNames()) {
            if (!names.contains(name)) {
                throw Refusal.input(place + "." + name + ": " + table + " has no such field; it has "
                        + String.join(
                                ", ", columns.stream().map(TypedColumn::name).toList()));
            }
        }
        List<@Nullable String> cells = new ArrayList<>();
        for (TypedColumn column : columns) {
            String here = place + "." + column.name();
            String text = StageValue.text(column.type(), object.get(column.name()), here);
            if (text == null && column.required()) {
                throw Refusal.input(here + ": is required");
            }
            cells.add(text);
        }
        return cells;
    }

    /** As many cells without a value. */
    public List<@Nullable String> none() {
        return new ArrayList<>(Collections.nCopies(columns.size(), null));
    }

    /** The table's columns, for INSERT. */
    public String names() {
        return String.join(", ", each(this::name));
    }

    /** What they hold in the staging table, if that is called {@code alias}. */
    public String values(String alias) {
        return String.join(", ", each(i -> alias + ".c" + i));
    }

    /** For ON CONFLICT … DO UPDATE SET. */
    public String updates() {
        return String.join(", ", each(i -> name(i) + " = excluded." + name(i)));
    }

    /** For {@link BulkPlan#broken}. */
    public Optional<Problem> broken(String constraint) {
        for (TypedColumn column : columns) {
            for (ColumnRule rule : column.rules()) {
                if (rule.constraint(column.name()).equals(constraint)) {
                    return Optional.of(Problem.of(
                                    ProblemCode.BAD_USER_INPUT,
                                    column.name() + ": must be " + rule.allowed() + " (the rule " + rule.name() + " of "
                                            + table + ")")
                            .with("column", column.name())
                            .with("rule", rule.name())
                            .with("allowed", rule.allowed()));
                }
            }
        }
        return Optional.empty();
    }

    private String name(int column) {
        return Sql.quote(columns.get(column).name());
    }

    private List<String> each(IntFunction<String> part) {
        return IntStream.range(0, columns.size()).mapToObj(part).toList();
    }
}
