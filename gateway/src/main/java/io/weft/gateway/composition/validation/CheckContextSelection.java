package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.schema.TypeFit;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.FieldSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a selection leads to one value, that fits an argument, on every type that sets a context. */
final class CheckContextSelection {

    private final ValidatedSubgraph subgraph;
    private final Implementations implementations;
    private final Set<String> setters;
    private final TypeReference expected;

    /** @param setters the types that set the context */
    CheckContextSelection(ValidatedSubgraph subgraph, Set<String> setters, TypeReference expected) {
        this.subgraph = subgraph;
        this.implementations = Implementations.of(subgraph.types());
        this.setters = setters;
        this.expected = expected;
    }

    /** What a selection leads to, or why it leads to nothing. */
    private sealed interface Found {
        record Value(TypeReference type) implements Found {}

        record Problem(String why) implements Found {}
    }

    /** Why it is not a good one; empty where it is. */
    Optional<String> problem(String text) {
        return switch (ReadFieldSet.read(text)) {
            case ReadFieldSet.Result.HasDirective(String directive) ->
                Optional.of("the selection has " + directive + "; it can have no directives");
            case ReadFieldSet.Result.Invalid(String reason) -> Optional.of(reason);
            case ReadFieldSet.Result.Read(FieldSet(String written, SelectionSet selections)) -> problem(selections);
        };
    }

    private Optional<String> problem(SelectionSet set) {
        boolean byType = set.selections().stream().allMatch(InlineFragment.class::isInstance);
        if (!byType) {
            return setters.stream()
                    .map(setter -> misfit(setter, value(setter, set)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        List<InlineFragment> fragments =
                set.selections().stream().map(InlineFragment.class::cast).toList();
        return Stream.concat(unclear(fragments).stream(), misfits(fragments)).findFirst();
    }

    private Optional<String> unclear(List<InlineFragment> fragments) {
        Set<String> conditions = new LinkedHashSet<>();
        for (InlineFragment fragment : fragments) {
            String condition = fragment.typeCondition().orElse("");
            if (!(subgraph.types().get(condition) instanceof SchemaType.ObjectType)) {
                return Optional.of(
                        condition.isEmpty()
                                ? "a fragment has no type condition"
                                : "a fragment is on " + condition + ", which is not an object type here");
            }
            if (!conditions.add(condition)) {
                return Optional.of("two fragments are on " + condition);
            }
            if (setters.stream().noneMatch(setter -> possible(setter).contains(condition))) {
                return Optional.of("a fragment is on " + condition + ", which does not set the context");
            }
        }
        return setters.stream()
                .filter(setter -> possible(setter).stream().noneMatch(conditions::contains))
                .findFirst()
                .map(setter -> "no fragment is on " + setter + ", which sets the context");
    }

    private Stream<String> misfits(List<InlineFragment> fragments) {
        return fragments.stream().flatMap(fragment -> {
            String type = fragment.typeCondition().orElseThrow();
            return misfit(type, value(type, fragment.selections())).stream();
        });
    }

    private Optional<String> misfit(String type, Found found) {
        return switch (found) {
            case Found.Problem(String why) -> Optional.of(why);
            case Found.Value(TypeReference value) ->
                TypeFit.isSubtype(value, expected, (member, wider) -> false)
                        ? Optional.empty()
                        : Optional.of("on " + type + " it selects " + value.print() + ", but the argument is "
                                + expected.print());
        };
    }

    private Found value(String type, SelectionSet set) {
        List<Selection> selections = set.selections();
        if (selections.size() != 1 || !(selections.getFirst() instanceof FieldSelection field)) {
            return new Found.Problem("the selection on " + type + " is not of a single field");
        }
        if (subgraph.types().get(type) instanceof SchemaType.ObjectType object
                && object.has(FederationDirective.INTERFACE_OBJECT)) {
            return new Found.Problem(type + " is an interface object, of which it is not known what it is");
        }
        SchemaField known = subgraph.field(type, field.name()).orElse(null);
        if (known == null) {
            return new Found.Problem(type + " has no field " + field.name());
        }
        boolean isLeaf = switch (subgraph.types().get(known.type().typeName())) {
            case SchemaType.Composite ignored -> false;
            case SchemaType.UnionType ignored -> false;
            case SchemaType.ScalarType ignored -> true;
            case SchemaType.EnumType ignored -> true;
            case SchemaType.InputType ignored -> true;
            case null -> true;
        };
        if (isLeaf != field.selections().isEmpty()) {
            return new Found.Problem(
                    type + "." + field.name() + (isLeaf ? " has no fields to select" : " is selected as a whole"));
        }
        return isLeaf
                ? new Found.Value(around(known.type(), known.type().typeName()))
                : switch (value(known.type().typeName(), field.selections())) {
                    case Found.Problem problem -> problem;
                    case Found.Value(TypeReference below) -> new Found.Value(around(known.type(), below));
                };
    }

    private static TypeReference around(TypeReference type, String leaf) {
        return around(type, new TypeReference.Named(leaf));
    }

    /** Lists around what stands below. That a value is never null is not relied on: the object above may be lost. */
    private static TypeReference around(TypeReference type, TypeReference below) {
        return switch (type) {
            case TypeReference.NonNull(TypeReference nullable) -> around(nullable, below);
            case TypeReference.ListOf(TypeReference element) -> new TypeReference.ListOf(around(element, below));
            case TypeReference.Named ignored -> below;
        };
    }

    private Set<String> possible(String type) {
        return switch (subgraph.types().get(type)) {
            case SchemaType.InterfaceType contract -> implementations.of(contract.name());
            case SchemaType.UnionType union -> union.members();
            case null, default -> Set.of(type);
        };
    }
}
