package io.weft.gateway.operation;

import java.util.List;
import java.util.Objects;

/**
 * Why a client's operation is refused.
 *
 * @param message   for the client
 * @param code      its {@code extensions.code}
 * @param locations in the client's document; empty where there is none to name
 */
public record OperationError(String message, Code code, List<Location> locations) {

    public OperationError {
        Objects.requireNonNull(message);
        Objects.requireNonNull(code);
        locations = List.copyOf(locations);
    }

    /** Line and column, from 1. */
    public record Location(int line, int column) {}

    /** What is wrong. The name is the error's {@code extensions.code}. */
    public enum Code {
        /** The document is not GraphQL. */
        GRAPHQL_PARSE_FAILED,
        /** The document does not fit the schema. */
        GRAPHQL_VALIDATION_FAILED,
        /** Which operation of the document is meant cannot be told. */
        OPERATION_RESOLUTION_FAILURE,
        /** The document is larger than the limits allow. */
        OPERATION_TOO_LARGE,
        /** A variable's value does not fit its type. */
        BAD_USER_INPUT,
        /** The document asks for the schema, which is not told here. */
        INTROSPECTION_DISABLED
    }
}
