package io.weft.gateway.document;

import java.util.Objects;

/** A type as a field or argument refers to it: {@code Name}, {@code [Of]} or {@code Of!}. */
public sealed interface TypeReference {

    record Named(String name) implements TypeReference {
        public Named {
            Objects.requireNonNull(name);
        }
    }

    record ListOf(TypeReference element) implements TypeReference {}

    record NonNull(TypeReference nullable) implements TypeReference {
        public NonNull {
            if (nullable instanceof NonNull) {
                throw new IllegalArgumentException("non-null of non-null: " + nullable);
            }
        }
    }

    /** The innermost type's name. */
    default String typeName() {
        return switch (this) {
            case Named(String name) -> name;
            case ListOf(TypeReference element) -> element.typeName();
            case NonNull(TypeReference nullable) -> nullable.typeName();
        };
    }

    /** As written in SDL. */
    default String print() {
        return switch (this) {
            case Named(String name) -> name;
            case ListOf(TypeReference element) -> "[" + element.print() + "]";
            case NonNull(TypeReference nullable) -> nullable.print() + "!";
        };
    }
}
