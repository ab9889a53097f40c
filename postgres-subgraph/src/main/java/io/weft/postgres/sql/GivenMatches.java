package io.weft.postgres.sql;

import io.weft.contracts.selection.KeySet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A selection by SQL of a service's own, taken apart into its form and the values in it, as {@link Given} ones. The form is whatever may
 * change the statement: the texts, how they stand together, which arguments there are.
 */
final class GivenMatches {

    /** Others are not looked at. */
    private static final List<String> ARGUMENTS = List.of("first", "after", "within", "backward");

    private final StringBuilder form = new StringBuilder();
    private final List<Object> leaves = new ArrayList<>();
    private final Map<Integer, Look> seen = new TreeMap<>();

    Match match(Match match) {
        return switch (match) {
            case Match.Every every -> {
                form.append('e');
                yield every;
            }
            case Match.Found(SqlTemplate keys, SqlTemplate expected) ->
                new Match.Found(template(keys), template(expected));
            case Match.All(List<Match> parts) -> new Match.All(all('&', parts));
            case Match.Any(List<Match> parts) -> new Match.Any(all('|', parts));
            case Match.Not(Match inner) -> {
                form.append('!');
                yield new Match.Not(match(inner));
            }
        };
    }

    private List<Match> all(char how, List<Match> parts) {
        form.append(how).append('(');
        List<Match> given = parts.stream().map(this::match).toList();
        form.append(')');
        return given;
    }

    Ranking ranking(Ranking ranking) {
        said(ranking.name());
        form.append(ranking.order()).append(ranking.compared());
        return new Ranking(
                ranking.name(),
                given(ranking.arguments()),
                template(ranking.rows()),
                ranking.order(),
                ranking.compared());
    }

    /** What a selector's arguments say of a page. */
    Map<String, @Nullable Object> page(Map<String, ?> arguments) {
        Map<String, @Nullable Object> page = new HashMap<>();
        for (String name : ARGUMENTS) {
            Object value = arguments.get(name);
            if (value == null || value instanceof Boolean) {
                looked(String.valueOf(value));
                page.put(name, value);
            } else {
                page.put(name, leaf(value));
            }
        }
        return page;
    }

    Object without(KeySet keys) {
        return keys.isEmpty() ? keys : leaf(keys);
    }

    /** Something that the statement depends on. */
    void looked(Object value) {
        said(value.toString());
    }

    private SqlTemplate template(SqlTemplate template) {
        said(template.text());
        return new SqlTemplate(
                template.text(), template.values().stream().map(this::value).toList());
    }

    private Object value(Object value) {
        if (value == SqlTemplate.SELECTED) {
            looked(value);
            return value;
        }
        return leaf(value);
    }

    private Given leaf(Object value) {
        form.append('*').append(value.getClass().getName());
        return given(value);
    }

    private Given given(Object value) {
        leaves.add(value);
        return new Given(leaves.size() - 1, value, seen);
    }

    /** With its length, so that no two of them read as another two. */
    private void said(String text) {
        form.append(text.length()).append(':').append(text);
    }

    String form() {
        return form.toString();
    }

    List<Object> leaves() {
        return leaves;
    }

    /** The values that were looked at since, and how. */
    Map<Integer, Look> seen() {
        return seen;
    }
}
