package io.weft.gateway.command;

import io.weft.gateway.command.CommandProblem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stands on a command line: {@code --name value}, {@code --name=value}, or {@code --name} alone where the option
 * is a switch.
 */
final class Options {

    private final Map<String, List<String>> values;

    private Options(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * @param once     options that take a value
     * @param repeated options that take a value and may stand there several times
     * @param switches options that are on by themselves, or {@code on} or {@code off}
     */
    static Options parse(List<String> line, Set<String> once, Set<String> repeated, Set<String> switches) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            String value;
            if (switches.contains(name)) {
                boolean separate = equals < 0
                        && i + 1 < line.size()
                        && Set.of("on", "off", "true", "false").contains(line.get(i + 1));
                value = separate ? line.get(++i) : equals < 0 ? "on" : word.substring(equals + 1);
            } else if (once.contains(name) || repeated.contains(name)) {
                if (equals < 0 && (i + 1 >= line.size() || line.get(i + 1).startsWith("--"))) {
                    throw usage(name + " needs a value");
                }
                value = equals < 0 ? line.get(++i) : word.substring(equals + 1);
            } else {
                throw unknown(word, once, repeated, switches);
            }
            List<String> known = values.computeIfAbsent(name, ignored -> new ArrayList<>());
            if (!known.isEmpty() && !repeated.contains(name)) {
                throw usage(name + " stands there twice");
            }
            known.add(value);
        }
        return new Options(values);
    }

    Optional<String> one(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Empty where the switch is not there. */
    Optional<Boolean> isOn(String name) {
        return one(name).map(value -> switch (value) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw usage(name + " is on or off, not '" + value + "'");
        });
    }

    static CommandProblem usage(String message) {
        return new CommandProblem(Kind.USAGE, message);
    }

    private static CommandProblem unknown(String word, Set<String> once, Set<String> repeated, Set<String> switches) {
        if (!word.startsWith("-")) {
            return usage("'" + word + "' does not belong to any option");
        }
        Set<String> known = new TreeSet<>(once);
        known.addAll(repeated);
        known.addAll(switches);
        return usage("there is no option " + word + "; there are: " + String.join(", ", known));
    }
}
