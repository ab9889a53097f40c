package io.weft.postgres.problem;

import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.util.Optional;

/** Says what a failure means to the caller. Empty for a fault of ours: that is for the log only. */
public final class ExplainFailure {

    private ExplainFailure() {}

    public static Optional<Problem> explain(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> Optional.of(refusal.problem());
            case PostgresqlException postgresql -> sqlState(postgresql.getErrorDetails());
            case R2dbcTimeoutException _, R2dbcNonTransientResourceException _ -> Optional.of(unavailable());
            case R2dbcException _ when failure.getCause() != null -> explain(failure.getCause());
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> sqlState(ErrorDetails error) {
        String state = error.getCode();
        return switch (state) {
            case "23505" ->
                Optional.of(constraint(ProblemCode.CONFLICT, error, "there is one already: " + detail(error)));
            case "23503" ->
                Optional.of(constraint(
                        ProblemCode.BAD_USER_INPUT, error, "it refers to what does not exist: " + detail(error)));
            case "23502" ->
                Optional.of(constraint(
                        ProblemCode.BAD_USER_INPUT,
                        error,
                        "column \"" + error.getColumnName().orElse("?") + "\" needs a value, null is not allowed"));
            case "23514" ->
                Optional.of(constraint(
                        ProblemCode.BAD_USER_INPUT,
                        error,
                        "a value breaks the rule \"" + error.getConstraintName().orElse("?") + "\" of \""
                                + error.getTableName()
                                        .or(error::getDataTypeName)
                                        .orElse("?") + "\""));
            case "42501" ->
                Optional.of(Problem.of(ProblemCode.FORBIDDEN, "you may not do this: " + error.getMessage()));
            case "57014" ->
                Optional.of(Problem.of(
                        ProblemCode.TIMEOUT,
                        "the database took longer than a statement may: ask for less, or narrow the filter"));
            case "40001", "40P01", "55P03" ->
                Optional.of(Problem.of(
                        ProblemCode.UNAVAILABLE, "somebody else changed the same at the same time: try again"));
            case "42601" ->
                Optional.of(Problem.of(ProblemCode.BAD_USER_INPUT, error.getMessage()))
                        .filter(problem -> problem.message().contains("jsonpath"));
            case "42P01", "42703" -> gone(error);
            case "42704" ->
                Optional.of(Problem.of(ProblemCode.BAD_USER_INPUT, error.getMessage()))
                        .filter(problem -> problem.message().startsWith("text search configuration"));
            default -> byClass(state, error);
        };
    }

    /** What a statement of ours names; of what a function of the database names, it says where. */
    private static Optional<Problem> gone(ErrorDetails error) {
        return error.getWhere().isEmpty()
                ? Optional.of(Problem.of(
                        ProblemCode.UNAVAILABLE,
                        "the tables have just changed, and the schema is about to follow: try again"))
                : Optional.empty();
    }

    private static Optional<Problem> byClass(String state, ErrorDetails error) {
        return switch (state.substring(0, 2)) {
            case "22" -> Optional.of(Problem.of(ProblemCode.BAD_USER_INPUT, error.getMessage()));
            case "54" ->
                Optional.of(Problem.of(
                        ProblemCode.LIMIT_EXCEEDED,
                        "this is more than the database can take at once (" + error.getMessage() + "): ask for less"));
            case "08", "53", "57" -> Optional.of(unavailable());
            default -> Optional.empty();
        };
    }

    private static Problem constraint(ProblemCode code, ErrorDetails error, String message) {
        Problem problem = Problem.of(code, message);
        if (error.getTableName().isPresent()) {
            problem = problem.with("table", error.getTableName().get());
        }
        if (error.getColumnName().isPresent()) {
            problem = problem.with("column", error.getColumnName().get());
        }
        if (error.getConstraintName().isPresent()) {
            problem = problem.with("rule", error.getConstraintName().get());
        }
        return problem;
    }

    private static String detail(ErrorDetails error) {
        return error.getDetail().orElse(error.getMessage());
    }

    private static Problem unavailable() {
        return Problem.of(
                ProblemCode.UNAVAILABLE, "the database cannot be reached or has no connection free: try again");
    }
}
