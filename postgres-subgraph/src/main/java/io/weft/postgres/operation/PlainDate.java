package io.weft.postgres.operation;

import tools.jackson.core.JsonGenerator;

/** Days and moments as GraphQL's scalars write them, without reading the calendar where their text has the usual form. */
final class PlainDate {

    private static final int DAY = "2026-01-31".length();
    private static final int SECOND = "2026-01-31 12:00:00".length();
    private static final String UTC = "+00";
    private static final int LEAST_FRACTION = 3;

    private PlainDate() {}

    static void day(String text, WriteLeaf other, JsonGenerator out) {
        if (text.length() == DAY && text.charAt(4) == '-' && text.charAt(7) == '-') {
            out.writeString(text);
        } else {
            other.write(text, out);
        }
    }

    /** {@code 2026-01-31 12:00:00.5+00} becomes {@code 2026-01-31T12:00:00.500Z}. */
    static void moment(String text, WriteLeaf other, JsonGenerator out) {
        int end = text.length() - UTC.length();
        boolean usual = end >= SECOND
                && text.charAt(4) == '-'
                && text.charAt(DAY) == ' '
                && text.endsWith(UTC)
                && (end == SECOND || text.charAt(SECOND) == '.');
        if (!usual) {
            other.write(text, out);
            return;
        }
        StringBuilder moment = new StringBuilder(SECOND + 10)
                .append(text, 0, DAY)
                .append('T')
                .append(text, DAY + 1, SECOND)
                .append('.')
                .append(text, Math.min(SECOND + 1, end), end);
        while (moment.length() < SECOND + 1 + LEAST_FRACTION) {
            moment.append('0');
        }
        out.writeString(moment.append('Z').toString());
    }
}
