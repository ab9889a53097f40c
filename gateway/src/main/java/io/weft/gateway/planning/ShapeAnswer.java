package io.weft.gateway.planning;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.planning.plan.AnswerField;
import io.weft.gateway.planning.plan.AnswerField.Source;
import io.weft.gateway.supergraph.AccessRules.Denied;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Says for each field the client selects where its value stands in the data tree. */
final class ShapeAnswer {
    private final QueryGraph graph;
    private final GraphQLSchema apiSchema;
    private final Denied denied;
    private final boolean mutation;

    ShapeAnswer(QueryGraph graph, GraphQLSchema apiSchema, Denied denied, boolean mutation) {
        this.denied = denied;
        this.graph = graph;
        this.apiSchema = apiSchema;
        this.mutation = mutation;
    }

    /** @param root of the tree that was solved, its data keys named */
    List<AnswerField> shape(Place root, SelectionSet selections) {
        List<AnswerField> fields = new ArrayList<>();
        collect(selections, root.type(), List.of(root), Set.of(), Set.of(root.type()), Conditions.ALWAYS, fields);
        return fields;
    }

    /**
     * @param type   the static type around
     * @param places of all types still possible
     * @param others possible types that no subgraph brings
     * @param all    the types that stand at this path at all
     */
    private void collect(
            SelectionSet set,
            String type,
            List<Place> places,
            Set<String> others,
            Set<String> all,
            Conditions around,
            List<AnswerField> into) {
        for (Selection selection : set.selections()) {
            Conditions conditions = around.and(selection.conditions());
            switch (selection) {
                case FieldSelection field -> field(field, type, places, others, all, conditions, into);
                case InlineFragment fragment -> {
                    String narrower = fragment.typeCondition().orElse(type);
                    Set<String> possible = graph.possible(narrower);
                    collect(
                            fragment.selections(),
                            narrower,
                            places.stream()
                                    .filter(place -> possible.contains(place.type()))
                                    .toList(),
                            both(others, possible),
                            all,
                            conditions,
                            into);
                }
            }
        }
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> common = new LinkedHashSet<>(one);
        common.retainAll(other);
        return common;
    }

    private void field(
            FieldSelection field,
            String type,
            List<Place> places,
            Set<String> others,
            Set<String> all,
            Conditions conditions,
            List<AnswerField> into) {
        List<AnswerField> found = new ArrayList<>();
        for (Place place : places) {
            add(found, answer(field, place, conditions), new LinkedHashSet<>(place.types));
        }
        if (!others.isEmpty() && (found.size() != 1 || places.isEmpty())) {
            Source source =
                    field.name().equals(FieldSelection.TYPENAME) ? new Source.Typename(type) : new Source.Unexpected();
            add(
                    found,
                    new AnswerField(
                            field.responseKey(), source, type(type, field.name()), Set.of(), conditions, List.of()),
                    others);
        } else if (found.size() == 1) {
            add(found, found.getFirst(), others);
        }
        for (AnswerField answer : found) {
            into.add(answer.onTypes().containsAll(all) ? on(answer, Set.of()) : answer);
        }
    }

    /** Adds the field for more types: to an equal one where there is one. */
    private static void add(List<AnswerField> found, AnswerField answer, Set<String> types) {
        for (int i = 0; i < found.size(); i++) {
            Set<String> known = found.get(i).onTypes();
            if (on(found.get(i), Set.of()).equals(on(answer, Set.of()))) {
                Set<String> more = new LinkedHashSet<>(known);
                more.addAll(types);
                found.set(i, on(answer, more));
                return;
            }
        }
        found.add(on(answer, types));
    }

    private static AnswerField on(AnswerField field, Set<String> types) {
        return new AnswerField(
                field.responseKey(), field.source(), field.type(), types, field.conditions(), field.fields());
    }

    private AnswerField answer(FieldSelection field, Place place, Conditions conditions) {
        TypeReference type = type(place.type(), field.name());
        List<AnswerField> fields = List.of();
        Source source;
        if (field.name().equals(FieldSelection.TYPENAME)) {
            boolean certain = place.slot == null || !graph.isAbstract(place.slot.type);
            source = new Source.Typename(certain ? place.type() : Objects.requireNonNull(place.slot).type);
        } else if (field.name().equals("__schema") || field.name().equals("__type")) {
            source = new Source.Introspection();
        } else if (denied.has(place.type(), field.name())) {
            source = new Source.Denied(place.type() + "." + field.name());
        } else {
            boolean apart = mutation && place.slot == null;
            Slot slot = place.slots.get(Slot.Key.of(field, apart ? field.responseKey() : ""));
            source = slot == null ? new Source.Unexpected() : source(slot);
            if (slot != null && slot.isComposite) {
                fields = below(field.selections(), slot);
            }
        }
        return new AnswerField(field.responseKey(), source, type, Set.of(), conditions, fields);
    }

    private static Source source(Slot slot) {
        if (slot.isUsed() || isMoot(slot)) {
            return new Source.DataKey(slot.dataKey);
        }
        return slot.parent.isUnexpected ? new Source.Unexpected() : new Source.Unreachable(slot.toString());
    }

    /** Whether there is no way that an object stands where the field would be asked. */
    private static boolean isMoot(Slot slot) {
        return slot.values.isEmpty() && slot.parent.presences.isEmpty();
    }

    private List<AnswerField> below(SelectionSet selections, Slot slot) {
        List<AnswerField> fields = new ArrayList<>();
        Set<String> possible = graph.possible(slot.type);
        Set<String> others = new LinkedHashSet<>(possible);
        slot.places.forEach(place -> place.types.forEach(others::remove));
        collect(selections, slot.type, slot.places, others, possible, Conditions.ALWAYS, fields);
        return fields;
    }

    private TypeReference type(String parent, String field) {
        GraphQLType type = apiSchema.getType(parent);
        if (type instanceof GraphQLCompositeType composite) {
            if (field.equals(FieldSelection.TYPENAME)) {
                return new TypeReference.NonNull(new TypeReference.Named("String"));
            }
            return reference(
                    Introspection.getFieldDef(apiSchema, composite, field).getType());
        }
        GraphQLFieldDefinition hidden = graph.definition(parent, field);
        return hidden == null ? new TypeReference.Named("String") : reference(hidden.getType());
    }

    private static TypeReference reference(GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull nonNull -> new TypeReference.NonNull(reference(nonNull.getWrappedType()));
            case GraphQLList list -> new TypeReference.ListOf(reference(list.getWrappedType()));
            default -> new TypeReference.Named(GraphQLTypeUtil.unwrapAll(type).getName());
        };
    }
}
