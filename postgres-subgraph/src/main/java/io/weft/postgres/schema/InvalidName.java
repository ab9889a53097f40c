package io.weft.postgres.schema;

/** What something would be called is no name in GraphQL. */
public final class InvalidName extends Unpublishable {

    /** @param owner what would be called so */
    InvalidName(String name, String owner) {
        super(
                "\"" + name + "\" is no GraphQL name, and " + owner
                        + " would have it. A name has letters, digits and underscores,"
                        + " begins with none of the digits and not with two underscores. Give it another one in its comment: @name item");
    }

    /** @throws InvalidName if it is none */
    static void refuse(String name, String owner) {
        boolean begins = !name.isEmpty() && !Character.isDigit(name.charAt(0)) && !name.startsWith("__");
        if (!begins || !name.chars().allMatch(c -> c == '_' || c < 128 && Character.isLetterOrDigit(c))) {
            throw new InvalidName(name, owner);
        }
    }
}
