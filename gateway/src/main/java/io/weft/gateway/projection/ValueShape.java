package io.weft.gateway.projection;

/** How a value of the client's answer is written. */
sealed interface ValueShape {

    /** Whether null may not stand here. */
    boolean nonNull();

    record ListShape(ValueShape element, boolean nonNull) implements ValueShape {}

    record LeafShape(LeafType type, String typeName, boolean nonNull) implements ValueShape {}

    record Composite(ObjectShape object, boolean nonNull) implements ValueShape {}
}
