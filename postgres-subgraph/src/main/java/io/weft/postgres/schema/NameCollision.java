package io.weft.postgres.schema;

/** Two things would have the same GraphQL name. */
public final class NameCollision extends Unpublishable {

    public NameCollision(String name, String first, String second) {
        super("the GraphQL name \"" + name + "\" would mean two things: " + first + " and " + second
                + ". Rename one of them");
    }
}
