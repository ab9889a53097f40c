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

    /** Of {@code @foreignKey (a, b) references schema.table (c, d)}, named as the tag says; none of tags that say something else. */
    static List<ForeignKey> foreignKeys(TableName table, Tags tags) {
        List<ForeignKey> keys = new ArrayList<>();
        for (String tag : tags.all("foreignKey")) {
            Matcher matcher = FOREIGN.matcher(tag);
            if (matcher.matches()) {
                String schema = matcher.group(2) == null ? table.schema() : matcher.group(2);
                List<String> columns = columns(matcher.group(1));
                List<String> targets = columns(matcher.group(4));
                if (columns.size() == targets.size()) {
                    keys.add(new ForeignKey(tag, columns, new TableName(schema, matcher.group(3)), targets));
                }
            }
        }
        return keys;
    }

    private static List<String> columns(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
