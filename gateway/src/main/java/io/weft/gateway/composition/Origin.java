package io.weft.gateway.composition;

/** Whether something stands in a type's definition or in an {@code extend}. */
enum Origin {
    DEFINITION,
    EXTENSION
}
