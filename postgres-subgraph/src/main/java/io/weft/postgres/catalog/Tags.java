package io.weft.postgres.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a comment says to us instead of to people: its lines that begin with {@code @}, such as {@code @name Item}. The other lines are
 * the description.
 *
 * @param values by the word after the {@code @}, what follows it on its line; one for each line with that word
 */
public record Tags(Map<String, List<String>> values) {

    public static final Tags NONE = new Tags(Map.of());

    public Tags {
        values = Map.copyOf(values);
    }

    static Tags of(@Nullable String comment) {
        if (comment == null || comment.indexOf('@') < 0) {
            return NONE;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        comment.lines().map(String::strip).filter(Tags::isTag).forEach(line -> {
            String[] parts = line.substring(1).split("\\s+", 2);
            values.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts.length < 2 ? "" : parts[1]);
        });
        values.replaceAll((_, list) -> List.copyOf(list));
        return new Tags(values);
    }

    /** A comment without its tags; null where nothing is left. */
    static @Nullable String description(@Nullable String comment) {
        if (comment == null) {
            return null;
        }
        StringJoiner kept = new StringJoiner("\n");
        comment.lines().filter(line -> !isTag(line.strip())).forEach(kept::add);
        String description = kept.toString().strip();
        return description.isEmpty() ? null : description;
    }

    private static boolean isTag(String line) {
        return line.length() > 1 && line.charAt(0) == '@' && Character.isLetter(line.charAt(1));
    }

    public boolean has(String tag) {
        return values.containsKey(tag);
    }

    /** What the first such tag says. */
    public Optional<String> first(String tag) {
        return all(tag).stream().findFirst();
    }

    public List<String> all(String tag) {
        return values.getOrDefault(tag, List.of());
    }
}
