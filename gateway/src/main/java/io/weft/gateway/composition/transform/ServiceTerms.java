package io.weft.gateway.composition.transform;

import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import io.weft.gateway.composition.schema.FieldAt;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.FieldTerms;
import io.weft.gateway.supergraph.Translation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a service calls the elements of its schema, by the names they have so far. Complete: an element no transform has
 * touched stands here under its own name. Changes with every transform.
 */
final class ServiceTerms {

    private final Map<String, SchemaType> original;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Map<String, FieldTerms>> fields = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> inputFields = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> enumValues = new LinkedHashMap<>();

    /** @param original the service's schema */
    ServiceTerms(Map<String, SchemaType> original) {
        this.original = original;
        original.forEach((name, type) -> {
            types.put(name, name);
            switch (type) {
                case SchemaType.Composite composite -> fields.put(name, sameFields(composite));
                case SchemaType.InputType input ->
                    inputFields.put(name, same(input.fields().keySet()));
                case SchemaType.EnumType values ->
                    enumValues.put(name, same(values.values().keySet()));
                case SchemaType.UnionType union -> {}
                case SchemaType.ScalarType scalar -> {}
            }
        });
    }

    private static Map<String, FieldTerms> sameFields(SchemaType.Composite type) {
        Map<String, FieldTerms> terms = new LinkedHashMap<>();
        type.fields()
                .forEach((name, field) -> terms.put(
                        name,
                        new FieldTerms.Asked(List.of(
                                new FieldTerms.Step(name, same(field.arguments().keySet()), Map.of(), Map.of())))));
        return terms;
    }

    private static Map<String, String> same(Set<String> names) {
        Map<String, String> same = new LinkedHashMap<>();
        names.forEach(name -> same.put(name, name));
        return same;
    }

    FieldTerms field(FieldAt at) {
        FieldTerms terms = fields.getOrDefault(at.type(), Map.of()).get(at.field());
        if (terms == null) {
            throw new IllegalStateException("no terms of " + at);
        }
        return terms;
    }

    void put(FieldAt at, FieldTerms terms) {
        fields.computeIfAbsent(at.type(), type -> new LinkedHashMap<>()).put(at.field(), terms);
    }

    /** The new names by the old ones; what is not in the map keeps its name. */
    void renameTypes(Map<String, String> names) {
        renameKeys(types, names);
        renameKeys(fields, names);
        renameKeys(inputFields, names);
        renameKeys(enumValues, names);
    }

    void renameFields(String type, Map<String, String> names) {
        renameKeys(members(fields, type), names);
    }

    void renameInputFields(String type, Map<String, String> names) {
        renameKeys(members(inputFields, type), names);
    }

    void renameEnumValues(String type, Map<String, String> names) {
        renameKeys(members(enumValues, type), names);
    }

    private static <V> Map<String, V> members(Map<String, Map<String, V>> byType, String type) {
        return Objects.requireNonNull(byType.get(type), type);
    }

    private static <V> void renameKeys(Map<String, V> map, Map<String, String> names) {
        Map<String, V> renamed = new LinkedHashMap<>();
        map.forEach((name, value) -> renamed.put(names.getOrDefault(name, name), value));
        map.clear();
        map.putAll(renamed);
    }

    /** Forgets what is not there any more: its name may be taken by something else. */
    void retain(Map<String, SchemaType> current) {
        types.keySet().retainAll(current.keySet());
        fields.keySet().retainAll(current.keySet());
        inputFields.keySet().retainAll(current.keySet());
        enumValues.keySet().retainAll(current.keySet());
        current.forEach((name, type) -> {
            switch (type) {
                case SchemaType.Composite composite ->
                    fields.computeIfAbsent(name, key -> new LinkedHashMap<>())
                            .keySet()
                            .retainAll(composite.fields().keySet());
                case SchemaType.InputType input ->
                    inputFields
                            .getOrDefault(name, new LinkedHashMap<>())
                            .keySet()
                            .retainAll(input.fields().keySet());
                case SchemaType.EnumType values ->
                    enumValues
                            .getOrDefault(name, new LinkedHashMap<>())
                            .keySet()
                            .retainAll(values.values().keySet());
                case SchemaType.UnionType union -> {}
                case SchemaType.ScalarType scalar -> {}
            }
        });
    }

    /** Changes the steps of a field that is asked of the service. */
    void changeSteps(FieldAt at, Function<FieldTerms.Step, FieldTerms.Step> change) {
        if (field(at) instanceof FieldTerms.Asked(List<FieldTerms.Step> steps)) {
            put(at, new FieldTerms.Asked(steps.stream().map(change).toList()));
        }
    }

    /** A literal of the type, in the names elements have so far, in the service's names. */
    @SuppressWarnings("rawtypes") // graphql-java's lists of values are of raw types
    Value<?> ofService(Value<?> value, TypeReference type, Map<String, SchemaType> current) {
        String name = type.typeName();
        return switch (value) {
            case EnumValue word ->
                EnumValue.of(enumValues.getOrDefault(name, Map.of()).getOrDefault(word.getName(), word.getName()));
            case ArrayValue list ->
                ArrayValue.newArrayValue()
                        .values(list.getValues().stream()
                                .<Value>map(element -> ofService(element, type, current))
                                .toList())
                        .build();
            case ObjectValue object
            when current.get(name) instanceof SchemaType.InputType input -> {
                List<ObjectField> renamed = new ArrayList<>();
                for (ObjectField field : object.getObjectFields()) {
                    SchemaInputValue known = input.fields().get(field.getName());
                    renamed.add(new ObjectField(
                            inputFields.getOrDefault(name, Map.of()).getOrDefault(field.getName(), field.getName()),
                            known == null ? field.getValue() : ofService(field.getValue(), known.type(), current)));
                }
                yield ObjectValue.newObjectValue().objectFields(renamed).build();
            }
            default -> value;
        };
    }

    /** What the elements of {@code current} are called by the service, where that is something else. */
    Translation translation(Map<String, SchemaType> current) {
        Map<String, String> otherTypes = new LinkedHashMap<>();
        Map<String, Map<String, FieldTerms>> otherFields = new LinkedHashMap<>();
        Map<String, Map<String, String>> otherInputs = new LinkedHashMap<>();
        Map<String, Map<String, String>> otherValues = new LinkedHashMap<>();
        current.forEach((name, type) -> {
            if (types.containsKey(name) && !types.get(name).equals(name)) {
                otherTypes.put(name, types.get(name));
            }
            switch (type) {
                case SchemaType.Composite composite ->
                    putSome(
                            otherFields,
                            name,
                            members(fields, name),
                            composite.fields().keySet());
                case SchemaType.InputType input ->
                    putSome(
                            otherInputs,
                            name,
                            members(inputFields, name),
                            input.fields().keySet());
                case SchemaType.EnumType values ->
                    putSome(
                            otherValues,
                            name,
                            members(enumValues, name),
                            values.values().keySet());
                case SchemaType.UnionType union -> {}
                case SchemaType.ScalarType scalar -> {}
            }
        });
        return new Translation(otherTypes, otherFields, otherInputs, otherValues, hidden(current));
    }

    private static <V> void putSome(
            Map<String, Map<String, V>> other, String type, Map<String, V> terms, Set<String> names) {
        Map<String, V> different = new LinkedHashMap<>();
        terms.forEach((name, term) -> {
            if (names.contains(name) && !isSame(name, term)) {
                different.put(name, term);
            }
        });
        if (!different.isEmpty()) {
            other.put(type, different);
        }
    }

    private static boolean isSame(String name, Object term) {
        return switch (term) {
            case FieldTerms.Asked(List<FieldTerms.Step> steps) ->
                steps.size() == 1
                        && steps.getFirst().field().equals(name)
                        && steps.getFirst().keepsArguments();
            default -> term.equals(name);
        };
    }

    /** Only what could be taken for something else matters: names that an element of the graph has today. */
    private Set<String> hidden(Map<String, SchemaType> current) {
        Set<String> hidden = new LinkedHashSet<>();
        Set<String> shown = new HashSet<>();
        current.keySet().forEach(name -> shown.add(types.getOrDefault(name, "")));
        original.keySet().stream()
                .filter(name -> !shown.contains(name) && current.containsKey(name))
                .forEach(hidden::add);
        current.forEach((name, type) -> {
            if (type instanceof SchemaType.EnumType values
                    && original.get(types.getOrDefault(name, "")) instanceof SchemaType.EnumType own) {
                Map<String, String> terms = enumValues.getOrDefault(name, Map.of());
                Set<String> known = new HashSet<>();
                values.values().keySet().forEach(value -> known.add(terms.getOrDefault(value, value)));
                own.values().keySet().stream()
                        .filter(value ->
                                !known.contains(value) && values.values().containsKey(value))
                        .forEach(value -> hidden.add(name + "." + value));
            }
        });
        return hidden;
    }

    /** The name so far of a type of the service; null where it has been left out. */
    @Nullable String currentType(String serviceType, Map<String, SchemaType> current) {
        for (Map.Entry<String, String> entry : types.entrySet()) {
            if (entry.getValue().equals(serviceType) && current.containsKey(entry.getKey())) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** The field of the type so far that is the service's field, on the same object; null where there is none. */
    @Nullable String currentField(String currentType, String serviceField, Map<String, SchemaType> current) {
        if (current.get(currentType) instanceof SchemaType.Composite type) {
            for (String name : type.fields().keySet()) {
                if (fields.getOrDefault(currentType, Map.of()).get(name)
                                instanceof FieldTerms.Asked(List<FieldTerms.Step> steps)
                        && steps.size() == 1
                        && steps.getFirst().field().equals(serviceField)) {
                    return name;
                }
            }
        }
        return null;
    }
}
