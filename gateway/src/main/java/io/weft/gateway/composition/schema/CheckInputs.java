package io.weft.gateway.composition.schema;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.document.TypeReference;
import java.util.Map;

/** GraphQL's rules for arguments and input fields, in a schema whose types all exist. */
public final class CheckInputs {

    private final Map<String, SchemaType> types;
    private final LiteralFit literals;
    private final Complaint complaint;

    public CheckInputs(Map<String, SchemaType> types, Complaint complaint) {
        this.types = types;
        this.literals = new LiteralFit(types);
        this.complaint = complaint;
    }

    public void check() {
        for (SchemaType type : types.values()) {
            if (!type.hasDirectives() && !type.outline().hasDefaults()) {
                continue;
            }
            if (type instanceof SchemaType.Composite composite) {
                for (SchemaField field : composite.fields().values()) {
                    field.arguments()
                            .values()
                            .forEach(argument ->
                                    check(argument, Coordinate.of(type.name(), field.name(), argument.name())));
                }
            } else if (type instanceof SchemaType.InputType input) {
                input.fields().values().forEach(field -> check(field, Coordinate.of(type.name(), field.name())));
                if (has(input, "oneOf")) {
                    oneOf(input);
                }
            }
        }
        new InputCircles(types, complaint).check();
    }

    private void check(SchemaInputValue input, Coordinate at) {
        if (input.isRequired() && has(input, "deprecated")) {
            complaint.make(at, at + " is required, so it cannot be deprecated", input.line());
        }
        input.defaultValue()
                .filter(value -> !literals.fits(value, input.type()))
                .ifPresent(value -> complaint.make(
                        at,
                        at + " is of type " + input.type().print() + ", of which its default "
                                + input.printedDefault().orElseThrow() + " is no value",
                        input.line()));
    }

    /** Exactly one field is given, so none can be required, nor given by default. */
    private void oneOf(SchemaType.InputType input) {
        for (SchemaInputValue field : input.fields().values()) {
            Coordinate at = Coordinate.of(input.name(), field.name());
            if (field.type() instanceof TypeReference.NonNull
                    || field.defaultValue().isPresent()) {
                complaint.make(
                        at,
                        at + " is a field of a @oneOf input object, so it can neither be non-null nor have a default",
                        field.line());
            }
        }
    }

    private static boolean has(Element element, String directive) {
        return element.directives().stream()
                .anyMatch(applied ->
                        applied.federation().isEmpty() && applied.name().equals(directive));
    }
}
