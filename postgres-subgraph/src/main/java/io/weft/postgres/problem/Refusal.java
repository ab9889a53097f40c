package io.weft.postgres.problem;

import java.util.function.Supplier;

/** Carries a {@link Problem} to the edge, where it becomes a GraphQL error or an HTTP answer. Has no stack trace. */
public final class Refusal extends RuntimeException {

    private static final String ARGUMENT = "argument";

    private final Problem problem;
    private final boolean placed;

    public Refusal(Problem problem) {
        this(problem, true);
    }

    private Refusal(Problem problem, boolean placed) {
        super(problem.message(), null, false, false);
        this.problem = problem;
        this.placed = placed;
    }

    public static Refusal of(ProblemCode code, String message) {
        return new Refusal(Problem.of(code, message));
    }

    /** Bad input. */
    public static Refusal input(String message) {
        return of(ProblemCode.BAD_USER_INPUT, message);
    }

    /** A value that is wrong wherever it stands; who knows where says so by {@link #placed}. */
    public static Refusal value(String message) {
        return new Refusal(Problem.of(ProblemCode.BAD_USER_INPUT, message), false);
    }

    /**
     * What is made of a client's value.
     *
     * @param place where the value stands among the arguments
     * @throws Refusal with the place, if it is refused as a {@link #value}
     */
    public static <T> T placed(String place, Supplier<T> made) {
        try {
            return made.get();
        } catch (Refusal refusal) {
            throw refusal.placed
                    ? refusal
                    : Problem.of(refusal.problem.code(), place + ": " + refusal.problem.message())
                            .with(ARGUMENT, place)
                            .refusal();
        }
    }

    public Problem problem() {
        return problem;
    }
}
