package io.weft.gateway.translation;

import io.weft.gateway.document.Argument;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.FieldTerms;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.Translation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Selections in a service's terms, and where the answers to them go.
 *
 * <p>A field with another name is asked under the data key it has ({@code minutes: len_min}), so that its answer needs no
 * translation. A hoisted field is asked below the fields it was hoisted out of, which get response keys of ours
 * ({@code _w0_pub: pub { year }}). The fields of an object that no service knows are asked on the object around it, under
 * response keys of ours too ({@code _w1_film: film(…)}), since the object may have fields of the same name.
 */
final class TranslateSelections {

    private final Subgraph subgraph;
    private final Translation terms;
    private final TranslateInputs inputs;
    private final AnsweredNames names;
    private final Map<Object, Integer> numbers = new HashMap<>();

    TranslateSelections(Subgraph subgraph) {
        this.subgraph = subgraph;
        this.terms = subgraph.translation();
        this.inputs = new TranslateInputs(subgraph);
        this.names = new AnsweredNames(terms);
    }

    /** What became of selections. */
    record Translated(SelectionSet request, List<Answered> answer) {}

    /** @param type that the selections are on, in the supergraph's name */
    Translated translate(SelectionSet selections, String type) {
        Level level = new Level();
        add(selections, new Place(type, List.of(), Conditions.ALWAYS), level);
        if (level.request.isEmpty()) {
            level.request.add(FieldSelection.leaf(FieldSelection.TYPENAME));
        }
        return new Translated(new SelectionSet(level.request), level.answer);
    }

    /** What is asked of one object of the service, and what it answers. */
    private static final class Level {
        final List<Selection> request = new ArrayList<>();
        final List<Answered> answer = new ArrayList<>();
    }

    /**
     * Where selections stand.
     *
     * @param wrappers   the data keys of the objects of ours between the service's object and this place
     * @param conditions of those objects
     */
    private record Place(String type, List<String> wrappers, Conditions conditions) {
        List<String> of(String dataKey) {
            List<String> place = new ArrayList<>(wrappers);
            place.add(dataKey);
            return place;
        }
    }

    private void add(SelectionSet selections, Place place, Level level) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case FieldSelection field
                when field.name().equals(FieldSelection.TYPENAME) -> typename(field, place, level);
                case FieldSelection field -> field(field, place, level);
                case InlineFragment fragment -> fragment(fragment, place, level);
            }
        }
    }

    private void typename(FieldSelection field, Place place, Level level) {
        if (place.wrappers().isEmpty()) {
            level.request.add(field);
            level.answer.add(
                    new Answered.Value(field.responseKey(), List.of(field.responseKey()), names.types(), List.of()));
        }
    }

    private void fragment(InlineFragment fragment, Place place, Level level) {
        String type = fragment.typeCondition().orElse(place.type());
        if (!place.wrappers().isEmpty()) {
            Conditions conditions = place.conditions().and(fragment.conditions());
            add(fragment.selections(), new Place(type, place.wrappers(), conditions), level);
            return;
        }
        Level inside = new Level();
        add(fragment.selections(), new Place(type, List.of(), Conditions.ALWAYS), inside);
        if (!inside.request.isEmpty()) {
            level.request.add(new InlineFragment(
                    fragment.typeCondition().map(terms::type),
                    fragment.conditions(),
                    new SelectionSet(inside.request)));
        }
        level.answer.addAll(inside.answer);
    }

    private void field(FieldSelection field, Place place, Level level) {
        SubgraphField definition = subgraph.field(place.type(), field.name())
                .orElseThrow(() -> new IllegalStateException(
                        subgraph.name() + " is asked for " + place.type() + "." + field.name()));
        switch (terms(place.type(), field)) {
            case FieldTerms.Wrapper() -> {
                List<String> wrappers = place.of(field.responseKey());
                String type = definition.type().typeName();
                level.answer.add(new Answered.Wrapper(wrappers, type));
                add(
                        field.selections(),
                        new Place(type, wrappers, place.conditions().and(field.conditions())),
                        level);
            }
            case FieldTerms.Asked(List<FieldTerms.Step> steps) -> asked(field, definition, steps, place, level);
        }
    }

    /** A field about which nothing is said is asked as it is, with all its arguments. */
    private FieldTerms terms(String type, FieldSelection field) {
        FieldTerms said = terms.fields().getOrDefault(type, Map.of()).get(field.name());
        if (said != null) {
            return said;
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        field.arguments().forEach(argument -> arguments.put(argument.name(), argument.name()));
        return new FieldTerms.Asked(List.of(new FieldTerms.Step(field.name(), arguments, Map.of(), Map.of())));
    }

    private void asked(
            FieldSelection field, SubgraphField definition, List<FieldTerms.Step> steps, Place place, Level level) {
        Level below = new Level();
        if (!field.selections().isEmpty()) {
            Translated translated =
                    translate(field.selections(), definition.type().typeName());
            below.request.addAll(translated.request().selections());
            below.answer.addAll(translated.answer());
        }
        String key = place.wrappers().isEmpty() ? field.responseKey() : own(place.wrappers(), field.responseKey());
        List<Argument> arguments = arguments(field, definition, steps.getLast());
        Conditions conditions = place.conditions().and(field.conditions());
        boolean direct = steps.size() == 1;
        Selection request = new FieldSelection(
                key,
                steps.getLast().field(),
                arguments,
                direct ? conditions : Conditions.ALWAYS,
                new SelectionSet(below.request));
        Answered answer = new Answered.Value(
                key,
                place.of(field.responseKey()),
                names.values(definition.type().typeName()),
                below.answer);
        for (int i = steps.size() - 2; i >= 0; i--) {
            FieldTerms.Step step = steps.get(i);
            List<Argument> given = arguments(field, definition, step);
            String through = own(List.of(place.type(), steps.subList(0, i + 1), given), step.field());
            request = new FieldSelection(
                    through, step.field(), given, i == 0 ? conditions : Conditions.ALWAYS, SelectionSet.of(request));
            answer = new Answered.Through(through, List.of(answer));
        }
        level.request.add(request);
        level.answer.add(answer);
    }

    /** A response key that nobody else uses; the same one for the same reason. */
    private String own(Object reason, String name) {
        return "_w" + numbers.computeIfAbsent(reason, key -> numbers.size()) + "_" + name;
    }

    private List<Argument> arguments(FieldSelection field, SubgraphField definition, FieldTerms.Step step) {
        Map<String, Argument> given = new LinkedHashMap<>();
        for (Argument argument : field.arguments()) {
            TypeReference type = definition.arguments().get(argument.name());
            String name = step.arguments().get(argument.name());
            if (name != null) {
                String value = type == null ? argument.value() : inputs.literal(argument.value(), type);
                given.put(name, new Argument(name, value, argument.variables()));
            }
        }
        step.defaults().forEach((name, value) -> {
            String ofService = step.argument(name);
            given.putIfAbsent(ofService, new Argument(ofService, value, Set.of()));
        });
        step.constants().forEach((name, value) -> given.put(name, new Argument(name, value, Set.of())));
        return List.copyOf(given.values());
    }
}
