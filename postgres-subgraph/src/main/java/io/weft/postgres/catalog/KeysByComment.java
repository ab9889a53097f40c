package io.weft.postgres.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys that a comment names, for what has no constraints: views and foreign tables. */
final class KeysByComment {

    private static final Pattern FOREIGN =
            Pattern.compile("\\(([^)]+)\\)\\s+references\\s+(?:(\\w+)\\.)?(\\w+)\\s*\\(([^)]+)\\)");

    private KeysByComment() {}

    /** Of {@code @key a, b}. */
    static List<String> primaryKey(Tags tags) {
        return tags.first("key").map(KeysByComment::columns).orElse(List.of());
    }

    /** Of {@code @foreignKey (a, b) references schema.table (c, d)}. */
    static List<ForeignKey> foreignKeys(TableName table, Tags tags) {
        List<ForeignKey> keys = new ArrayList<>();
        for (String tag : tags.all("foreignKey")) {
            Matcher matcher = FOREIGN.matcher(tag);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("the comment of " + table + " has the tag \"@foreignKey " + tag
                        + "\", which should look like: @foreignKey (author) references shop.people (id)");
            }
            String schema = matcher.group(2) == null ? table.schema() : matcher.group(2);
            keys.add(new ForeignKey(
                    "comment " + tag,
                    columns(matcher.group(1)),
                    new TableName(schema, matcher.group(3)),
                    columns(matcher.group(4))));
        }
        return keys;
    }

    private static List<String> columns(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
