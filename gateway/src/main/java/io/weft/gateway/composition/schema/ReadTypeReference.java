package io.weft.gateway.composition.schema;

import io.weft.gateway.document.TypeReference;

/** A type reference as written in SDL. */
public final class ReadTypeReference {

    private ReadTypeReference() {}

    public static TypeReference read(String text) {
        String type = text.strip();
        if (type.endsWith("!")) {
            return new TypeReference.NonNull(read(type.substring(0, type.length() - 1)));
        }
        return type.startsWith("[") && type.endsWith("]")
                ? new TypeReference.ListOf(read(type.substring(1, type.length() - 1)))
                : new TypeReference.Named(type);
    }
}
