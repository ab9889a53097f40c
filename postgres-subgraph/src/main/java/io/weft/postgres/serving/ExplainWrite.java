package io.weft.postgres.serving;

import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.catalog.TableRule;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.Write;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL refused to write, in the words of the published schema: type, columns, the rule and the way out. What a constraint's
 * comment says comes first. No value of a row that was there before is told.
 */
final class ExplainWrite {

    private final Publication publication;
    private final ObjectType type;
    private final String place;

    ExplainWrite(Publication publication, Write write) {
        this.publication = publication;
        this.type = publication.type(write.typeName());
        this.place = write.name();
    }

    /** The same failure as a refusal, where it has a meaning to the caller. */
    Throwable explain(Throwable failure) {
        return failure instanceof PostgresqlException refused
                ? problem(refused.getErrorDetails())
                        .<Throwable>map(Problem::refusal)
                        .orElse(failure)
                : failure;
    }

    /** A reference to what does not exist, or not for the caller. */
    Problem dangling(TableRule rule) {
        String target = type.table().foreignKeys().stream()
                .filter(key -> key.name().equals(rule.name()))
                .flatMap(key -> publication.types().stream()
                        .filter(other -> other.table().name().equals(key.target())))
                .map(ObjectType::name)
                .findFirst()
                .orElse("another table");
        return of(
                ProblemCode.BAD_USER_INPUT,
                rule,
                "refers to what does not exist among the rows of " + target + ": name one that does");
    }

    /** A key under which nothing can be changed: there is nothing, or not for the caller. */
    Problem missing() {
        return Problem.of(
                        ProblemCode.NOT_FOUND,
                        place + ": there is no such " + type.name() + ", or none that you may change")
                .with("type", type.name());
    }

    private Optional<Problem> problem(ErrorDetails error) {
        Optional<TableRule> rule = rule(error);
        return switch (error.getCode()) {
            case "23505" ->
                Optional.of(rule.map(
                                known -> of(
                                        ProblemCode.CONFLICT,
                                        known,
                                        known.columns().size() == 1
                                                ? "must differ from row to row, and there is one with this value already"
                                                : "must differ together from row to row, and there is one with these values already"))
                        .orElseGet(() -> of(ProblemCode.CONFLICT, error, "there is a row like this already")));
            case "23503" ->
                Optional.of(rule.isPresent() && !isStillReferred(error) ? dangling(rule.get()) : stillReferred(error));
            case "23514" ->
                Optional.of(rule.map(known -> of(
                                ProblemCode.BAD_USER_INPUT,
                                known,
                                (known.columns().size() == 1 ? "breaks" : "break") + " a rule of " + type.name() + ": "
                                        + known.definition()))
                        .orElseGet(() -> error.getDataTypeName().isPresent() ? ofDomain(error) : said(error)));
            case "23P01" ->
                Optional.of(rule.map(known -> of(
                                ProblemCode.CONFLICT,
                                known,
                                (known.columns().size() == 1 ? "clashes" : "clash") + " with another row by the rule "
                                        + known.definition()))
                        .orElseGet(() -> of(ProblemCode.CONFLICT, error, "it clashes with another row")));
            case "23502" -> Optional.of(missingValue(error));
            case "21000" ->
                Optional.of(Problem.of(
                                ProblemCode.BAD_USER_INPUT,
                                place + ": two of these rows have the same key: write it once")
                        .with("type", type.name()));
            case "42501" ->
                Optional.of(Problem.of(
                                ProblemCode.FORBIDDEN,
                                place + ": you may not write such a " + type.name() + ": its row rules do not allow it")
                        .with("type", type.name()));
            case "44000" ->
                Optional.of(of(
                        ProblemCode.BAD_USER_INPUT,
                        error,
                        "the row would be none of " + type.name() + ", by the condition of its view"));
            case "428C9" ->
                Optional.of(of(
                        ProblemCode.BAD_USER_INPUT,
                        error,
                        error.getMessage() + ": leave it out, the database fills it"));
            default -> isRaised(error.getCode()) ? Optional.of(said(error)) : Optional.empty();
        };
    }

    private Optional<TableRule> rule(ErrorDetails error) {
        return error.getConstraintName()
                .flatMap(name -> ofPartition(type.table(), error)
                        .or(() -> isOfTable(error) ? type.table().rule(name) : Optional.empty()));
    }

    /** A partition has names of its own for its part of a key or a reference. */
    private static Optional<TableRule> ofPartition(Table table, ErrorDetails error) {
        return error.getTableName()
                .flatMap(name -> table.rule(new TableRule.OfPartition(
                        new TableName(error.getSchemaName().orElse(""), name),
                        error.getConstraintName().orElse(""))));
    }

    /** Of a partition too: it has the rules of its table, and a name of its own that is not published. */
    private boolean isOfTable(ErrorDetails error) {
        return error.getTableName()
                .filter(name -> name.equals(type.table().name().name())
                        || publication.types().stream()
                                .noneMatch(other -> other.table().name().name().equals(name)))
                .isPresent();
    }

    /** By RAISE EXCEPTION in a trigger or a function, with a code that SQL leaves to implementations, or without one. */
    private static boolean isRaised(String code) {
        boolean own = code.charAt(0) >= 'I' && code.charAt(0) <= 'Z';
        return code.equals("P0001") || own && !code.startsWith("P0") && !code.startsWith("XX");
    }

    /** In the words of the database, or of whoever wrote the trigger for it. */
    private Problem said(ErrorDetails error) {
        return of(
                ProblemCode.BAD_USER_INPUT,
                error,
                error.getMessage() + error.getHint().map(hint -> ". " + hint).orElse(""));
    }

    /** Of the two ends of a reference the table that is referred to complains in these words, also where it refers to itself. */
    private static boolean isStillReferred(ErrorDetails error) {
        return error.getMessage().startsWith("update or delete on");
    }

    private Problem stillReferred(ErrorDetails error) {
        String other = error.getTableName()
                .flatMap(table -> publication.types().stream()
                        .filter(candidate -> candidate.table().name().name().equals(table))
                        .map(ObjectType::name)
                        .findFirst())
                .orElse("another table");
        Problem problem = of(
                ProblemCode.CONFLICT, error, "rows of " + other + " still refer to it: change or delete those first");
        return publication.types().stream()
                .flatMap(candidate -> ofPartition(candidate.table(), error).stream())
                .findFirst()
                .map(rule -> problem.with("rule", rule.name()))
                .orElse(problem);
    }

    /** PostgreSQL names the domain, not the column. */
    private Problem ofDomain(ErrorDetails error) {
        String domain = error.getDataTypeName().orElse("?");
        List<String> columns = type.fields().stream()
                .filter(field -> field instanceof ColumnField column
                        && isMadeOf(column.column().type(), domain))
                .map(field -> field.name())
                .toList();
        return of(
                        ProblemCode.BAD_USER_INPUT,
                        error,
                        switch (columns.size()) {
                                    case 0 -> "a value";
                                    case 1 -> columns.getFirst();
                                    default -> "one of " + String.join(", ", columns);
                                }
                                + " breaks a rule of its type "
                                + domain)
                .with("columns", columns);
    }

    private static boolean isMadeOf(ColumnType type, String domain) {
        return switch (type) {
            case ColumnType.Domain(var name, ColumnType base) -> name.name().equals(domain) || isMadeOf(base, domain);
            case ColumnType.Array(ColumnType element) -> isMadeOf(element, domain);
            case ColumnType.Range range -> isMadeOf(range.subtype(), domain);
            case ColumnType.Multirange multirange -> isMadeOf(multirange.range(), domain);
            case ColumnType.Composite composite ->
                composite.attributes().stream().anyMatch(attribute -> isMadeOf(attribute.type(), domain));
            case ColumnType.Scalar _, ColumnType.Vector _, ColumnType.Enumeration _, ColumnType.Other _ -> false;
        };
    }

    private Problem missingValue(ErrorDetails error) {
        Optional<String> column = error.getColumnName().flatMap(type::ofColumn).map(ColumnField::name);
        Problem problem = of(
                ProblemCode.BAD_USER_INPUT,
                error,
                column.orElse("a column that is not published") + " needs a value, null is not allowed");
        return column.map(name -> problem.with("columns", List.of(name))).orElse(problem);
    }

    private Problem of(ProblemCode code, ErrorDetails error, String message) {
        Problem problem = Problem.of(code, place + ": " + message).with("type", type.name());
        return error.getConstraintName().map(name -> problem.with("rule", name)).orElse(problem);
    }

    private Problem of(ProblemCode code, TableRule rule, String message) {
        List<String> columns = rule.columns().stream()
                .map(column -> type.ofColumn(column).map(ColumnField::name).orElse(column))
                .toList();
        String said = rule.comment() != null ? rule.comment() : String.join(", ", columns) + " " + message;
        return Problem.of(code, place + ": " + said)
                .with("type", type.name())
                .with("columns", columns)
                .with("rule", rule.name());
    }
}
