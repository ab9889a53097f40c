package io.weft.gateway.command;

/** Why a command is not done; the message is for the one who typed it. */
final class CommandProblem extends RuntimeException {

    /** Whose fault it is; decides the exit code. */
    enum Kind {
        /** The command line is wrong. */
        USAGE(2),
        /** The command line is right, but what it names is not. */
        INPUT(1);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    private final Kind kind;
    private final String message;

    CommandProblem(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.message = message;
    }

    String message() {
        return message;
    }

    int exitCode() {
        return kind.exitCode;
    }
}
