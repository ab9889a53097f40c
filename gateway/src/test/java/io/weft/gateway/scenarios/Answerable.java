package io.weft.gateway.scenarios;

import graphql.execution.ExecutionStepInfo;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InlineFragment;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.parser.Parser;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a subgraph can answer, from its SDL: an external field only where something above provides it, a field that
 * requires others only where the representation has them, a field that another has taken over not at all.
 */
final class Answerable {

    private final String subgraph;
    private final Set<String> external = new HashSet<>();
    private final Map<String, Set<String>> requires = new HashMap<>();
    private final Map<String, SelectionSet> provides = new HashMap<>();
    private final Set<String> takenOver;

    /** @param takenOver coordinates of fields that other subgraphs answer instead, {@code Type.field} */
    Answerable(String subgraph, Document sdl, Set<String> takenOver) {
        this.subgraph = subgraph;
        this.takenOver = takenOver;
        sdl.getDefinitionsOfType(ImplementingTypeDefinition.class).forEach(this::read);
    }

    private void read(ImplementingTypeDefinition<?> type) {
        boolean isExtension = type instanceof ObjectTypeExtensionDefinition || type.hasDirective("extends");
        Set<String> known = new HashSet<>();
        if (isExtension) {
            type.getDirectives("key").forEach(key -> known.addAll(names(fields(key))));
        }
        for (Object definition : type.getFieldDefinitions()) {
            FieldDefinition field = (FieldDefinition) definition;
            String at = type.getName() + "." + field.getName();
            if ((field.hasDirective("external") || type.hasDirective("external")) && !known.contains(field.getName())) {
                external.add(at);
            }
            field.getDirectives("requires").forEach(set -> requires.put(at, names(fields(set))));
            field.getDirectives("provides").forEach(set -> provides.put(at, fields(set)));
        }
    }

    /** Coordinates of the fields that {@code sdl} takes over from {@code subgraph} for good. */
    static Set<String> takenOver(Document sdl, String subgraph) {
        Set<String> all = new HashSet<>();
        for (ImplementingTypeDefinition<?> type : sdl.getDefinitionsOfType(ImplementingTypeDefinition.class)) {
            for (Object definition : type.getFieldDefinitions()) {
                FieldDefinition field = (FieldDefinition) definition;
                field.getDirectives("override").stream()
                        .filter(override -> override.getArgument("label") == null)
                        .filter(override -> text(override, "from").equals(subgraph))
                        .forEach(override -> all.add(type.getName() + "." + field.getName()));
            }
        }
        return all;
    }

    /** Why a field should not have been asked here; empty if it may. */
    Optional<String> complaint(ExecutionStepInfo step, World.Thing of) {
        String at = coordinates(step);
        if (takenOver.contains(at)) {
            return Optional.of(subgraph + " was asked " + at + ", which another one answers");
        }
        boolean isProvided = isProvided(step);
        if (external.contains(at) && !isProvided) {
            return Optional.of(subgraph + " was asked " + at + ", external");
        }
        Set<String> missing = new LinkedHashSet<>(requires.getOrDefault(at, Set.of()));
        missing.removeAll(of.representation().keySet());
        return missing.isEmpty() || isProvided
                ? Optional.empty()
                : Optional.of(subgraph + " was not told " + missing + " for " + at);
    }

    private boolean isProvided(ExecutionStepInfo step) {
        List<String> path = new ArrayList<>();
        for (ExecutionStepInfo at = step;
                at.getParent() != null && at.getFieldDefinition() != null;
                at = at.getParent()) {
            if (at.getPath().isListSegment()) {
                continue;
            }
            SelectionSet set = provides.get(coordinates(at));
            if (set != null && !path.isEmpty() && has(set, path)) {
                return true;
            }
            path.addFirst(at.getField().getName());
        }
        return false;
    }

    private static boolean has(SelectionSet set, List<String> path) {
        return set.getSelections().stream().anyMatch(selection -> switch (selection) {
            case InlineFragment fragment -> has(fragment.getSelectionSet(), path);
            case Field field ->
                field.getName().equals(path.getFirst())
                        && (path.size() == 1
                                || field.getSelectionSet() != null
                                        && has(field.getSelectionSet(), path.subList(1, path.size())));
            default -> false;
        });
    }

    private static String coordinates(ExecutionStepInfo step) {
        GraphQLObjectType parent = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(step.getObjectType());
        return parent.getName() + "." + step.getFieldDefinition().getName();
    }

    private static SelectionSet fields(Directive directive) {
        return Parser.parse("{" + text(directive, "fields") + "}")
                .getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow()
                .getSelectionSet();
    }

    private static String text(Directive directive, String argument) {
        return ((StringValue) directive.getArgument(argument).getValue()).getValue();
    }

    private static Set<String> names(SelectionSet set) {
        Set<String> names = new LinkedHashSet<>();
        for (Selection<?> selection : set.getSelections()) {
            switch (selection) {
                case Field field -> names.add(field.getName());
                case InlineFragment fragment -> names.addAll(names(fragment.getSelectionSet()));
                default -> throw new IllegalArgumentException("no field set: " + set);
            }
        }
        return names;
    }
}
