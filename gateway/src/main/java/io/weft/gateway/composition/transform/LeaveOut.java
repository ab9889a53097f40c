package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.schema.FieldAt;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.transform.Written;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes elements out of a schema, and with a type everything that is of that type. What is left has to make sense: a
 * type has members, an object has the fields of its interfaces, what is required can still be given.
 */
final class LeaveOut {

    private final TransformDraft draft;
    private final Written at;
    private final Predicate<String> types;
    private final Predicate<FieldAt> fields;
    private final Predicate<ArgumentAt> arguments;
    private final Predicate<FieldAt> inputFields;
    private final Predicate<FieldAt> enumValues;

    private LeaveOut(
            TransformDraft draft,
            Written at,
            Predicate<String> types,
            Predicate<FieldAt> fields,
            Predicate<ArgumentAt> arguments,
            Predicate<FieldAt> inputFields,
            Predicate<FieldAt> enumValues) {
        this.draft = draft;
        this.at = at;
        this.types = types;
        this.fields = fields;
        this.arguments = arguments;
        this.inputFields = inputFields;
        this.enumValues = enumValues;
    }

    static LeaveOut nothing(TransformDraft draft, Written at) {
        return new LeaveOut(draft, at, name -> false, f -> false, a -> false, i -> false, v -> false);
    }

    LeaveOut types(Predicate<String> gone) {
        Predicate<String> known = name -> draft.types().containsKey(name) && gone.test(name);
        return new LeaveOut(draft, at, known, fields, arguments, inputFields, enumValues);
    }

    LeaveOut fields(Predicate<FieldAt> gone) {
        return new LeaveOut(draft, at, types, gone, arguments, inputFields, enumValues);
    }

    LeaveOut arguments(Predicate<ArgumentAt> gone) {
        return new LeaveOut(draft, at, types, fields, gone, inputFields, enumValues);
    }

    LeaveOut inputFields(Predicate<FieldAt> gone) {
        return new LeaveOut(draft, at, types, fields, arguments, gone, enumValues);
    }

    LeaveOut enumValues(Predicate<FieldAt> gone) {
        return new LeaveOut(draft, at, types, fields, arguments, inputFields, gone);
    }

    void apply() {
        Map<String, SchemaType> kept = new LinkedHashMap<>();
        draft.types().forEach((name, type) -> {
            if (!types.test(name)) {
                SchemaType left = left(type);
                if (!isEmpty(left) || isEmpty(type)) {
                    kept.put(name, left);
                } else if (!TransformDraft.ROOTS.contains(name)) {
                    draft.problem(
                            at,
                            name + " would be left without " + members(type) + "; leave out " + name
                                    + " itself, and with it what is of this type");
                }
            }
        });
        if (!draft.hasFailed()) {
            draft.replaceTypes(kept);
            kept.values().forEach(this::checkInterfaces);
        }
    }

    private SchemaType left(SchemaType type) {
        return switch (type) {
            case SchemaType.ObjectType object ->
                new SchemaType.ObjectType(object.header(), fields(object), withoutGone(object.interfaces()));
            case SchemaType.InterfaceType contract ->
                new SchemaType.InterfaceType(contract.header(), fields(contract), withoutGone(contract.interfaces()));
            case SchemaType.UnionType union -> new SchemaType.UnionType(union.header(), withoutGone(union.members()));
            case SchemaType.EnumType values -> {
                Map<String, SchemaEnumValue> kept = new LinkedHashMap<>(values.values());
                kept.keySet().removeIf(value -> enumValues.test(new FieldAt(values.name(), value)));
                yield new SchemaType.EnumType(values.header(), kept);
            }
            case SchemaType.ScalarType scalar -> scalar;
            case SchemaType.InputType input -> {
                Map<String, SchemaInputValue> kept = new LinkedHashMap<>();
                input.fields().forEach((name, field) -> {
                    if (keeps(field, inputFields.test(new FieldAt(input.name(), name)), input.name() + "." + name)) {
                        kept.put(name, field);
                    }
                });
                yield new SchemaType.InputType(input.header(), kept);
            }
        };
    }

    private Set<String> withoutGone(Set<String> names) {
        Set<String> left = new LinkedHashSet<>(names);
        left.removeIf(types);
        return left;
    }

    private Map<String, SchemaField> fields(SchemaType.Composite type) {
        Map<String, SchemaField> kept = new LinkedHashMap<>();
        type.fields().forEach((name, field) -> {
            FieldAt place = new FieldAt(type.name(), name);
            if (!fields.test(place) && !types.test(field.type().typeName())) {
                kept.put(name, field.withArguments(arguments(place, field)));
            }
        });
        return kept;
    }

    private Map<String, SchemaInputValue> arguments(FieldAt place, SchemaField field) {
        Map<String, SchemaInputValue> kept = new LinkedHashMap<>();
        field.arguments().forEach((name, argument) -> {
            if (keeps(argument, arguments.test(new ArgumentAt(place, name)), place + "." + name)) {
                kept.put(name, argument);
            }
        });
        return kept;
    }

    private boolean keeps(SchemaInputValue input, boolean isGone, String coordinate) {
        if (!isGone && !types.test(input.type().typeName())) {
            return checkedDefault(input, coordinate);
        }
        if (input.isRequired()) {
            draft.problem(
                    at,
                    coordinate + " is required and cannot be left out; constantArguments gives an argument a value of"
                            + " the gateway's");
        }
        return false;
    }

    /** Always true. */
    private boolean checkedDefault(SchemaInputValue input, String coordinate) {
        input.defaultValue()
                .ifPresent(value -> new RewriteDefaults(draft.types(), (type, member) -> {
                            FieldAt used = new FieldAt(type, member);
                            if (inputFields.test(used) || enumValues.test(used)) {
                                draft.problem(at, used + " is used by the default of " + coordinate);
                            }
                            return member;
                        })
                        .value(value, input.type()));
        return true;
    }

    private void checkInterfaces(SchemaType type) {
        if (!(type instanceof SchemaType.Composite composite)) {
            return;
        }
        for (String name : composite.interfaces()) {
            if (draft.types().get(name) instanceof SchemaType.InterfaceType contract) {
                contract.fields().keySet().stream()
                        .filter(field -> !composite.fields().containsKey(field))
                        .forEach(field -> draft.problem(
                                at,
                                type.name() + "." + field + " is a field of the interface " + name
                                        + ", which keeps it; leave it out there too"));
            }
        }
    }

    private static boolean isEmpty(SchemaType type) {
        return switch (type) {
            case SchemaType.Composite composite -> composite.fields().isEmpty();
            case SchemaType.UnionType union -> union.members().isEmpty();
            case SchemaType.EnumType values -> values.values().isEmpty();
            case SchemaType.InputType input -> input.fields().isEmpty();
            case SchemaType.ScalarType scalar -> false;
        };
    }

    private static String members(SchemaType type) {
        return switch (type) {
            case SchemaType.UnionType union -> "members";
            case SchemaType.EnumType values -> "values";
            case SchemaType.Composite composite -> "fields";
            case SchemaType.InputType input -> "fields";
            case SchemaType.ScalarType scalar -> "members";
        };
    }
}
