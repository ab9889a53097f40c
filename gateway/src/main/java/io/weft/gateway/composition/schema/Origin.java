package io.weft.gateway.composition.schema;

/** Whether something stands in a type's definition or in an {@code extend}. */
public enum Origin {
    DEFINITION,
    EXTENSION
}
