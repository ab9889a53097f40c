package io.weft.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line after its command: {@code --name value}, {@code --name=value}, flags and plain words.
 *
 * @param words   what is no option, in order
 * @param options every value of every option that was given
 * @param flags   the options without value that were given
 */
record Arguments(List<String> words, Map<String, List<String>> options, Set<String> flags) {

    /** @throws Problem if an option is unknown or lacks its value */
    static Arguments parse(List<String> line, Collection<String> withValue, Collection<String> withoutValue) {
        List<String> words = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        Set<String> flags = new LinkedHashSet<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (withoutValue.contains(word)) {
                flags.add(word);
            } else if (withValue.contains(name)) {
                String value;
                if (equals > 0 && !name.equals(word)) {
                    value = word.substring(equals + 1);
                } else if (i + 1 < line.size()) {
                    value = line.get(++i);
                } else {
                    throw new Problem(name + " needs a value");
                }
                options.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            } else if (word.startsWith("-") && word.length() > 1) {
                List<String> known = new ArrayList<>(withValue);
                known.addAll(withoutValue);
                throw new Problem("There is no option " + word + " here"
                        + (known.isEmpty() ? "." : "; there are: " + String.join(", ", known)));
            } else {
                words.add(word);
            }
        }
        return new Arguments(List.copyOf(words), Map.copyOf(options), Set.copyOf(flags));
    }

    Optional<String> option(String name) {
        List<String> values = options.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
