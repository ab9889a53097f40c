package io.weft.postgres.operation;

import tools.jackson.core.JsonGenerator;

/** Numbers of floating point as Java writes them, without becoming one where PostgreSQL's text is the same already. */
final class PlainNumber {

    /** Up to so many before the point both write the digits out, */
    private static final int MOST_DIGITS = 7;

    /** and where one of so many behind it is not 0. */
    private static final int FIRST_DECIMALS = 3;

    private PlainNumber() {}

    static void write(String text, WriteLeaf other, JsonGenerator out) {
        int sign = text.startsWith("-") ? 1 : 0;
        int point = -1;
        for (int i = sign; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c < '0' || c > '9') {
                other.write(text, out);
                return;
            }
        }
        int whole = (point < 0 ? text.length() : point) - sign;
        if (whole > MOST_DIGITS || isSmall(text, sign, point)) {
            other.write(text, out);
        } else {
            out.writeNumber(point < 0 ? text + ".0" : text);
        }
    }

    /** Less than a thousandth, and not 0. */
    private static boolean isSmall(String text, int sign, int point) {
        if (point != sign + 1 || text.charAt(sign) != '0') {
            return false;
        }
        int end = Math.min(text.length(), point + 1 + FIRST_DECIMALS);
        for (int i = point + 1; i < end; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
