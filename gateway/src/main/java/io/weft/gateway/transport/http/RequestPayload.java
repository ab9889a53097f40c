package io.weft.gateway.transport.http;

/** A GraphQL request that came as JSON by another way than a request's body. */
public final class RequestPayload {

    private RequestPayload() {}

    public sealed interface Result {
        record Read(GraphQlRequest request) implements Result {}

        /** @param message what is wrong, and the way out */
        record Refused(String message) implements Result {}
    }

    /** @param json may be anything; the operation may be of any kind */
    public static Result read(byte[] json) {
        return switch (ReadRequest.fromBody(json)) {
            case ReadRequest.Result.Read(GraphQlRequest request) -> new Result.Read(request);
            case ReadRequest.Result.Refused(HttpProblem problem) -> new Result.Refused(problem.message());
        };
    }
}
