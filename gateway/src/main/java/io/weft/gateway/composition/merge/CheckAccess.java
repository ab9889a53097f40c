package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field that requires guarded data must ask for the same access itself: what it requires is fetched for whoever asks
 * for the field, and may shine through it.
 */
public final class CheckAccess {

    private final List<ValidatedSubgraph> subgraphs;
    private final Map<String, SchemaType> types;
    private final Implementations implementations;
    private final Problems problems;

    public CheckAccess(List<ValidatedSubgraph> subgraphs, MergedSchema merged, Problems problems) {
        this.subgraphs = List.copyOf(subgraphs);
        this.types = merged.types();
        this.implementations = Implementations.of(merged.types());
        this.problems = problems;
    }

    public void check() {
        for (ValidatedSubgraph subgraph : subgraphs) {
            for (SchemaType type : subgraph.types().values()) {
                if (type instanceof SchemaType.ObjectType object && type.hasDirectives()) {
                    object.fields().values().forEach(field -> check(subgraph, object, field));
                }
            }
        }
    }

    private void check(ValidatedSubgraph subgraph, SchemaType.ObjectType type, SchemaField field) {
        Optional<SelectionSet> required =
                subgraph.facts(type.name(), field.name()).requires().map(set -> set.selections());
        if (required.isEmpty()
                || !(types.get(type.name()) instanceof SchemaType.Composite merged)
                || !(merged.fields().get(field.name()) instanceof SchemaField own)) {
            return;
        }
        Access given = Access.of(merged).and(Access.of(own));
        Coordinate at = Coordinate.of(type.name(), field.name());
        guarded(required.get(), type.name(), given)
                .ifPresent(what -> problems.error(
                        ErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS,
                        at + " requires " + what + ", which asks for more access than " + at + " itself",
                        at,
                        subgraph.name(),
                        field.line()));
    }

    /** The first thing selected that asks for more than is given. */
    private Optional<String> guarded(SelectionSet selections, String typeName, Access given) {
        for (Selection selection : selections.selections()) {
            Optional<String> found = switch (selection) {
                case InlineFragment fragment -> {
                    String condition = fragment.typeCondition().orElse(typeName);
                    yield isGuarded(condition, given)
                            ? Optional.of("... on " + condition)
                            : guarded(fragment.selections(), condition, given);
                }
                case FieldSelection field -> guarded(field, typeName, given);
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> guarded(FieldSelection selection, String typeName, Access given) {
        if (!(types.get(typeName) instanceof SchemaType.Composite type)
                || !(type.fields().get(selection.name()) instanceof SchemaField field)) {
            return Optional.empty();
        }
        String returned = field.type().typeName();
        boolean guarded = !given.implies(Access.of(field))
                || isGuarded(returned, given)
                || implementations.of(typeName).stream()
                        .anyMatch(implementation -> types.get(implementation) instanceof SchemaType.Composite object
                                && object.fields().get(selection.name()) instanceof SchemaField own
                                && !given.implies(Access.of(own)));
        return guarded
                ? Optional.of(typeName + "." + selection.name())
                : guarded(selection.selections(), returned, given);
    }

    /** An interface asks for what its implementations ask for, since any of them may come. */
    private boolean isGuarded(String typeName, Access given) {
        SchemaType type = types.get(typeName);
        return type != null && !given.implies(Access.of(type))
                || implementations.of(typeName).stream()
                        .map(types::get)
                        .anyMatch(
                                implementation -> implementation != null && !given.implies(Access.of(implementation)));
    }
}
