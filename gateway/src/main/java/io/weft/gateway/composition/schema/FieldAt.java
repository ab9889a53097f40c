package io.weft.gateway.composition.schema;

/** A field of an object or interface type, by their names. */
public record FieldAt(String type, String field) {

    public FieldAt on(String otherType) {
        return new FieldAt(otherType, field);
    }

    @Override
    public String toString() {
        return type + "." + field;
    }
}
