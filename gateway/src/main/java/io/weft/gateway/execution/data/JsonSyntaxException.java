package io.weft.gateway.execution.data;

/** Leaves the recursion of a parser; never leaves this package. */
final class JsonSyntaxException extends RuntimeException {

    private final transient JsonProblem problem;

    JsonSyntaxException(int offset, String message) {
        super(message, null, false, false);
        this.problem = new JsonProblem(offset, message);
    }

    JsonProblem problem() {
        return problem;
    }
}
