package io.weft.gateway.execution;

/** An error's {@code extensions.code}, where neither the subgraph nor the operation's checks gave one. */
public enum ErrorCode {
    /** The subgraph answered with an error that has no code of its own. */
    SUBGRAPH_ERROR("The subgraph answered with an error."),
    /** The subgraph could not be reached, or the connection broke. */
    SUBGRAPH_UNREACHABLE("The subgraph could not be reached."),
    /** The subgraph did not answer in time. */
    SUBGRAPH_TIMEOUT("The subgraph did not answer in time."),
    /** The subgraph failed so often lately that it is left alone for a while. */
    SUBGRAPH_CIRCUIT_OPEN("The subgraph has failed too often lately; it is asked again in a while."),
    /** Too many requests to the subgraph are under way. */
    SUBGRAPH_OVERLOADED("Too many requests to the subgraph are under way."),
    /** The subgraph's answer is larger than the limit. */
    SUBGRAPH_TOO_LARGE("The subgraph's answer is larger than the limit."),
    /** What the subgraph answered is not an answer to what it was asked. */
    SUBGRAPH_INVALID_ANSWER("The subgraph's answer is not valid."),
    /** What is known of an object does not fit the argument it should be looked up by. */
    INVALID_KEY("What is known of an object does not fit the argument it should be looked up by."),
    /** A subgraph answered a value that does not fit the field's type. */
    INVALID_VALUE("A subgraph answered a value that does not fit the field's type."),
    /** A field that is never null has no value, and no other error says why. */
    UNEXPECTED_NULL("A field that is never null has no value."),
    /** No subgraph can be asked for the field on this object. */
    UNAUTHORIZED_FIELD_OR_TYPE("The caller lacks what the field, or the type it returns, asks for."),
    UNREACHABLE_FIELD("No subgraph can be asked for the field on this object."),
    /** The graph has changed so that the subscription cannot go on. */
    GRAPH_CHANGED("The graph has changed so that the subscription cannot go on."),
    /** The client did not take its subscription's events fast enough. */
    SUBSCRIPTION_TOO_SLOW("The client did not take its subscription's events fast enough."),
    /** No more subscriptions are taken. */
    TOO_MANY_SUBSCRIPTIONS("No more subscriptions are taken at the moment."),
    /** The token that the subscription was asked for with is no longer valid. */
    TOKEN_EXPIRED("The token that the subscription was asked for with has expired."),
    /** The gateway stops, or serves the graph no longer. */
    NO_LONGER_SERVED("The gateway stops, or serves the graph no longer."),
    /** The gateway cannot do this. */
    NOT_SUPPORTED("The gateway cannot do this."),
    /** A bug; the log has more under the request's id. */
    INTERNAL_ERROR("The gateway failed.");

    private final String sentence;

    ErrorCode(String sentence) {
        this.sentence = sentence;
    }

    /** What the code means. */
    public String sentence() {
        return sentence;
    }

    /** The code of an error that says so. */
    public static ErrorCode of(SubgraphTransport.Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> SUBGRAPH_UNREACHABLE;
            case TIMEOUT -> SUBGRAPH_TIMEOUT;
            case CIRCUIT_OPEN -> SUBGRAPH_CIRCUIT_OPEN;
            case OVERLOADED -> SUBGRAPH_OVERLOADED;
            case TOO_LARGE -> SUBGRAPH_TOO_LARGE;
            case INVALID_ANSWER -> SUBGRAPH_INVALID_ANSWER;
        };
    }
}
