package io.weft.postgres.problem;

/** Carries a {@link Problem} to the edge, where it becomes a GraphQL error or an HTTP answer. Has no stack trace. */
public final class Refusal extends RuntimeException {

    private final Problem problem;

    public Refusal(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    public static Refusal of(ProblemCode code, String message) {
        return new Refusal(Problem.of(code, message));
    }

    /** Bad input. */
    public static Refusal input(String message) {
        return of(ProblemCode.BAD_USER_INPUT, message);
    }

    public Problem problem() {
        return problem;
    }
}
