package io.weft.postgres.operation;

import tools.jackson.core.JsonGenerator;

/** Numbers of floating point as Java writes them, without becoming one where PostgreSQL's text is the same already. */
final class PlainNumber {

    /** Up to here both write the digits out. */
    private static final int MOST_DIGITS = 7;

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
        boolean small = text.charAt(sign) == '0' && whole == 1 && point > 0;
        if (whole > MOST_DIGITS || small) {
            other.write(text, out);
        } else {
            out.writeNumber(point < 0 ? text + ".0" : text);
        }
    }
}
