package io.weft.postgres.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and moments beyond the calendar of four digits, as PostgreSQL writes them ({@code 12020-01-31}, {@code 0044-03-15 BC}) and as ISO 8601
 * and ECMAScript do, with a sign and six digits or more ({@code +012020-01-31}, {@code -000043-03-15}): there was no year 0, but ISO 8601
 * counts one. {@code infinity} and {@code -infinity} are the same to both.
 */
public final class CalendarText {

    private static final Pattern POSTGRESQL = Pattern.compile("(\\d{4,7})(-\\d{2}-\\d{2}.*?)( BC)?");
    private static final Pattern ISO = Pattern.compile("([+-]\\d{4,7}|0000)(-\\d{2}-\\d{2}(?:[T ].*)?)");

    private CalendarText() {}

    /** PostgreSQL's text in, ISO 8601's out; anything else stays as it is. */
    public static String read(String text) {
        Matcher parts = POSTGRESQL.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        int year = parts.group(3) == null ? Integer.parseInt(parts.group(1)) : 1 - Integer.parseInt(parts.group(1));
        return year(year) + parts.group(2);
    }

    private static String year(int year) {
        return year >= 0 && year <= 9999 ? String.format("%04d", year) : String.format("%+07d", year);
    }

    /** A day or moment as Java writes it, with no less digits of its year. */
    public static String iso(String text) {
        int end = text.indexOf('-', 1);
        return text.charAt(0) == '-' || text.charAt(0) == '+'
                ? year(Integer.parseInt(text.substring(0, end))) + text.substring(end)
                : text;
    }

    /** ISO 8601's text in, PostgreSQL's out; anything else stays as it is. */
    public static String write(String text) {
        Matcher parts = ISO.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        int year = Integer.parseInt(parts.group(1));
        return year > 0
                ? String.format("%04d", year) + parts.group(2)
                : String.format("%04d", 1 - year) + parts.group(2) + " BC";
    }
}
