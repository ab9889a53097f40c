package io.weft.gateway.operation;

/** Whether clients may ask for the schema itself. {@code __typename} is no introspection: it is data. */
public enum Introspection {
    ALLOWED,
    /** {@code __schema} and {@code __type} are refused. */
    REFUSED
}
