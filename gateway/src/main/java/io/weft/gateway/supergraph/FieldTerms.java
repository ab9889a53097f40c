package io.weft.gateway.supergraph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a transformed service is asked for one of the supergraph's fields. */
public sealed interface FieldTerms {

    /**
     * By a field of the service.
     *
     * @param steps the fields from the object on, at least one; the last one has the value, and where there are more, it
     *              was hoisted out of the objects before it
     */
    record Asked(List<Step> steps) implements FieldTerms {
        public Asked {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("a field that is asked for by no field of the service");
            }
        }

        /** The field that has the value. */
        public Step last() {
            return steps.getLast();
        }
    }

    /** Not at all: the field is an object of the gateway's making, and its fields are fields of the object it is on. */
    record Wrapper() implements FieldTerms {}

    /**
     * A field of the service.
     *
     * @param field     its name in the service
     * @param arguments which of the supergraph's arguments it takes, and their names in the service
     * @param constants arguments the supergraph does not know, by their names in the service; literals in its terms
     * @param defaults  what to send where an argument is not given, by its name in the supergraph; literals in the
     *                  service's terms
     */
    record Step(
            String field, Map<String, String> arguments, Map<String, String> constants, Map<String, String> defaults) {
        public Step {
            Objects.requireNonNull(field);
            arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
            constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
            defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
        }

        public static Step of(String field) {
            return new Step(field, Map.of(), Map.of(), Map.of());
        }

        /** The argument's name in the service; its own where nothing else is said. */
        public String argument(String name) {
            return arguments.getOrDefault(name, name);
        }

        /** Whether the field is asked for with just the arguments, and their names, that the supergraph's field has. */
        public boolean keepsArguments() {
            return constants.isEmpty()
                    && defaults.isEmpty()
                    && arguments.entrySet().stream()
                            .allMatch(entry -> entry.getKey().equals(entry.getValue()));
        }
    }

    /** A field the service calls by the same name. */
    static Asked same(String field) {
        return new Asked(List.of(Step.of(field)));
    }

    /** What is asked below this field's objects, asked on the object that this field is on. */
    default FieldTerms then(FieldTerms below) {
        if (!(this instanceof Asked(List<Step> before)) || !(below instanceof Asked(List<Step> after))) {
            return below;
        }
        List<Step> steps = new ArrayList<>(before);
        steps.addAll(after);
        return new Asked(steps);
    }
}
