package io.weft.gateway.composition.schema;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.document.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds input objects that contain themselves by non-null fields, so that no value of them is ever complete. */
final class InputCircles {

    private final Map<String, SchemaType> types;
    private final Complaint complaint;
    private final Set<String> seen = new HashSet<>();
    private final List<SchemaInputValue> path = new ArrayList<>();
    /** How long the path was where a type on it was entered. */
    private final Map<String, Integer> entered = new HashMap<>();

    InputCircles(Map<String, SchemaType> types, Complaint complaint) {
        this.types = types;
        this.complaint = complaint;
    }

    void check() {
        for (SchemaType type : types.values()) {
            if (type instanceof SchemaType.InputType input
                    && input.outline().demanded().stream()
                            .anyMatch(name -> types.get(name) instanceof SchemaType.InputType)) {
                follow(input);
            }
        }
    }

    private void follow(SchemaType.InputType input) {
        if (!seen.add(input.name())) {
            return;
        }
        entered.put(input.name(), path.size());
        for (SchemaInputValue field : input.fields().values()) {
            if (field.type() instanceof TypeReference.NonNull(TypeReference.Named(String name))
                    && types.get(name) instanceof SchemaType.InputType below) {
                path.add(field);
                Integer start = entered.get(name);
                if (start == null) {
                    follow(below);
                } else {
                    circle(below, path.subList(start, path.size()));
                }
                path.removeLast();
            }
        }
        entered.remove(input.name());
    }

    private void circle(SchemaType.InputType input, List<SchemaInputValue> fields) {
        String way =
                String.join(".", fields.stream().map(SchemaInputValue::name).toList());
        complaint.make(
                Coordinate.of(input.name()),
                input.name() + " contains itself by the non-null fields " + way + ", so no value of it can be written",
                input.line());
    }
}
