package io.weft.postgres.operation;

/** A value that its field's type does not allow. The engine says so to the client, with the field's path. */
final class CannotWrite extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotWrite(String why) {
        super(why, null, false, false);
    }
}
