package io.weft.gateway.composition;

/** A field of an object or interface type, by their names. */
record FieldAt(String type, String field) {

    FieldAt on(String otherType) {
        return new FieldAt(otherType, field);
    }

    @Override
    public String toString() {
        return type + "." + field;
    }
}
