package io.weft.gateway.stitching;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of an {@code argsExpr}; commas and blanks are left out, as everywhere in GraphQL. */
final class ArgumentTokens {

    private static final String NAME = "[_A-Za-z][_0-9A-Za-z]*";
    private static final String NUMBER = "-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![_0-9A-Za-z.])";
    private static final String BLOCK = "\"\"\"(?:[^\\\\]|\\\\\"\"\"|\\\\)*?\"\"\"";
    private static final String STRING = "\"(?:[^\"\\\\\\r\\n]|\\\\u[0-9A-Fa-f]{4}|\\\\[\"\\\\/bfnrt])*\"";
    private static final String SIGN = "[\\[\\]{}:.$]";
    private static final Pattern IGNORED = Pattern.compile("(?:[\\s,\\uFEFF]|#[^\\r\\n]*)*");
    private static final Pattern TOKEN = Pattern.compile(String.join("|", NAME, NUMBER, BLOCK, STRING, SIGN));

    /** Where the text goes on in a way that makes no sense. */
    static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Unexpected(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int position;

    ArgumentTokens(String text) {
        this.text = text;
        Matcher ignored = IGNORED.matcher(text);
        Matcher token = TOKEN.matcher(text);
        int at = skip(ignored, 0);
        while (at < text.length()) {
            if (!token.region(at, text.length()).lookingAt()) {
                throw unexpected(
                        "'" + text.substring(at, Math.min(text.length(), at + 12)) + "' is no part of arguments");
            }
            tokens.add(token.group());
            at = skip(ignored, token.end());
        }
    }

    private int skip(Matcher ignored, int from) {
        return ignored.region(from, text.length()).lookingAt() ? ignored.end() : from;
    }

    static boolean isLiteral(String token) {
        return !token.matches(SIGN);
    }

    boolean isAtEnd() {
        return position == tokens.size();
    }

    /** Steps over the token if it is the next one. */
    boolean take(String token) {
        if (!isAtEnd() && tokens.get(position).equals(token)) {
            position++;
            return true;
        }
        return false;
    }

    String next(String wanted) {
        if (isAtEnd()) {
            throw unexpected("it ends where " + wanted + " is expected; is a bracket not closed?");
        }
        return tokens.get(position++);
    }

    String name(String wanted) {
        String token = next(wanted);
        if (!token.matches(NAME)) {
            throw unexpected("'" + token + "' stands where " + wanted + " is expected");
        }
        return token;
    }

    void expect(String token) {
        String next = next("'" + token + "'");
        if (!next.equals(token)) {
            throw unexpected("'" + next + "' stands where '" + token + "' is expected");
        }
    }

    Unexpected unexpected(String reason) {
        return new Unexpected("'" + text + "': " + reason);
    }
}
