package io.weft.postgres.schema;

/** Something has no GraphQL name of its own; where that is a table, it is left out and the others are published. */
public abstract sealed class Unpublishable extends RuntimeException permits NameCollision, InvalidName {

    Unpublishable(String message) {
        super(message);
    }
}
