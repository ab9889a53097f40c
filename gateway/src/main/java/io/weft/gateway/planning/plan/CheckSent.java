package io.weft.gateway.planning.plan;

import graphql.schema.GraphQLObjectType;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.supergraph.Supergraph;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Whether all that a lookup sends has been fetched before: representations, and values from above the objects. */
final class CheckSent {
    private final Supergraph supergraph;
    private final boolean everything;
    private final Predicate<Conditions> holding;
    private final Collection<String> problems;

    /** @param everything whether conditions do not count */
    CheckSent(Supergraph supergraph, boolean everything, Predicate<Conditions> holding, Collection<String> problems) {
        this.supergraph = supergraph;
        this.everything = everything;
        this.holding = holding;
        this.problems = problems;
    }

    /** @param known of the data tree when the call is made */
    void check(Call.Keyed call, Known known, String name) {
        for (int i = 0; i < call.targets().size(); i++) {
            DataPath target = call.targets().get(i);
            if (isFetched(target, known, name)) {
                representations(call, target, known.at(target), name);
                call.parts().forEach(part -> representations(call.only(part), target, known.at(target), name));
                if (call instanceof Call.Entities entities) {
                    contexts(entities, i, known, name);
                }
            }
        }
    }

    private void contexts(Call.Entities call, int target, Known known, String name) {
        for (ContextValue context : call.contexts()) {
            ContextValue.Origin origin = context.origins().get(target);
            DataPath above = new DataPath(call.targets().get(target).steps().subList(0, origin.steps()));
            if (origin.field().isEmpty()) {
                problems.add(name + " gives $" + context.variable() + " no value");
            }
            fields(origin.field(), known.at(above), name + " gives $" + context.variable());
        }
    }

    private boolean isFetched(DataPath target, Known known, String name) {
        Known at = known;
        for (DataPath.Step step : target.steps()) {
            if (step instanceof DataPath.Step.Key key) {
                if (!at.has(key.dataKey())) {
                    problems.add(
                            name + " looks for objects at " + target.print() + ", which nothing before it fetches");
                    return false;
                }
                at = at.at(key.dataKey());
            } else {
                typename(at, name + " looks at types on the way to " + target.print());
            }
        }
        return true;
    }

    private void representations(Call.Keyed call, DataPath target, Known at, String name) {
        for (Representation representation : call.representations()) {
            // several are for objects of different types, which may be asked for under different conditions
            boolean mayBeLeftOut = call.representations().size() > 1 && !everything;
            if (mayBeLeftOut || !isAsked(representation, call.selections())) {
                continue;
            }
            boolean needsName = !representation.appliesTo().isEmpty()
                    || representation.typename() instanceof Representation.Typename.OfObject;
            if (needsName) {
                typename(at, name + " sends the type's name of " + target.print());
            }
            fields(representation.fields(), at, name + " sends, of " + target.print());
        }
    }

    /** Where conditions leave nothing to ask of such objects, it does not matter that they cannot be looked up. */
    private boolean isAsked(Representation representation, SelectionSet set) {
        return set.selections().stream()
                .anyMatch(selection -> holding.test(selection.conditions())
                        && switch (selection) {
                            case FieldSelection field -> !field.name().equals(FieldSelection.TYPENAME);
                            case InlineFragment(var type, var conditions, SelectionSet below) ->
                                (representation.appliesTo().isEmpty()
                                                || type.map(representation.appliesTo()::contains)
                                                        .orElse(true)
                                                || type.map(name -> !(supergraph
                                                                        .schema()
                                                                        .getType(name)
                                                                instanceof GraphQLObjectType))
                                                        .orElse(true))
                                        && isAsked(representation, below);
                        });
    }

    private void typename(Known at, String what) {
        if (!at.has(FieldSelection.TYPENAME)) {
            problems.add(what + ", but __typename has not been fetched before");
        }
    }

    private void fields(List<RepresentationField> fields, Known at, String what) {
        for (RepresentationField field : fields) {
            if (!at.has(field.dataKey())) {
                problems.add(what + ", the field " + field.name() + " as " + field.dataKey()
                        + ", which has not been fetched before");
            } else {
                fields(field.children(), at.at(field.dataKey()), what + "." + field.name());
            }
        }
    }
}
