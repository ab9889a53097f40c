package io.weft.gateway.composition.merge;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.ListLiteral;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Several applications of one of federation's directives as the supergraph has them. */
final class MergeArguments {

    private MergeArguments() {}

    static List<AppliedDirective> merge(FederationDirective directive, List<AppliedDirective> applied) {
        return switch (directive) {
            case TAG, CACHE_TAG -> applied;
            case INACCESSIBLE, AUTHENTICATED -> List.of(applied.getFirst().withArguments(Map.of()));
            case REQUIRES_SCOPES -> List.of(combined(applied, (name, a) -> everyOf(a)));
            case POLICY -> List.of(combined(applied, (name, a) -> everyOf(a)));
            case COST -> List.of(combined(applied, (name, a) -> max(a)));
            case LIST_SIZE -> List.of(combined(applied, MergeArguments::listSize));
            case KEY,
                    REQUIRES,
                    PROVIDES,
                    EXTERNAL,
                    EXTENDS,
                    SHAREABLE,
                    OVERRIDE,
                    COMPOSE_DIRECTIVE,
                    INTERFACE_OBJECT,
                    CONTEXT,
                    FROM_CONTEXT -> List.of();
        };
    }

    private interface Combine {
        Value<?> values(String argument, List<Value<?>> values);
    }

    private static AppliedDirective combined(List<AppliedDirective> applied, Combine combine) {
        Map<String, List<Value<?>>> values = new LinkedHashMap<>();
        for (AppliedDirective directive : applied) {
            directive
                    .arguments()
                    .forEach((name, value) -> values.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(value));
        }
        Map<String, Value<?>> merged = new LinkedHashMap<>();
        values.forEach(
                (name, given) -> merged.put(name, given.size() == 1 ? given.getFirst() : combine.values(name, given)));
        return applied.getFirst().withArguments(merged);
    }

    private static Value<?> listSize(String argument, List<Value<?>> values) {
        return switch (argument) {
            case "assumedSize" -> max(values);
            case "requireOneSlicingArgument" ->
                BooleanValue.of(values.stream().allMatch(value -> value instanceof BooleanValue b && b.isValue()));
            default -> union(values);
        };
    }

    private static Value<?> max(List<Value<?>> values) {
        BinaryOperator<BigInteger> max = BigInteger::max;
        return values.stream()
                .filter(IntValue.class::isInstance)
                .map(value -> ((IntValue) value).getValue())
                .reduce(max)
                .<Value<?>>map(value -> IntValue.newIntValue(value).build())
                .orElse(values.getFirst());
    }

    private static Value<?> union(List<Value<?>> values) {
        Set<String> names = new LinkedHashSet<>();
        values.forEach(value -> names.addAll(ListLiteral.strings(value)));
        return array(names.stream().<Value<?>>map(StringValue::of).toList());
    }

    /** Scopes and policies are an OR of ANDs; who must pass several of them must pass a set of each. */
    private static Value<?> everyOf(List<Value<?>> values) {
        List<Set<String>> product = List.of(Set.of());
        for (Value<?> value : values) {
            List<Set<String>> next = new ArrayList<>();
            for (Set<String> chosen : product) {
                for (Value<?> alternative : ListLiteral.elements(value)) {
                    Set<String> all = new LinkedHashSet<>(chosen);
                    all.addAll(ListLiteral.strings(alternative));
                    next.add(all);
                }
            }
            product = next;
        }
        List<Set<String>> all = product;
        List<Set<String>> smallest = all.stream()
                .distinct()
                .filter(set -> all.stream().noneMatch(other -> other.size() < set.size() && set.containsAll(other)))
                .toList();
        return array(smallest.stream()
                .<Value<?>>map(
                        set -> array(set.stream().<Value<?>>map(StringValue::of).toList()))
                .toList());
    }

    private static Value<?> array(List<? extends Value<?>> values) {
        ArrayValue.Builder array = ArrayValue.newArrayValue();
        values.forEach(array::value);
        return array.build();
    }
}
