package io.weft.gateway.operation;

import graphql.introspection.Introspection;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.weft.gateway.document.Argument;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.Conditions.Condition;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings a valid operation into the form {@link Operation} describes. The conditions of a fragment move down to the
 * selections in it; what stays a fragment is only what is for some of the possible types. What contradicts the
 * conditions of the selections above it takes no part.
 */
final class NormaliseOperation {
    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;

    NormaliseOperation(GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
        this.schema = schema;
        this.fragments = fragments;
    }

    Operation normalise(OperationDefinition definition) {
        OperationKind kind = OperationKind.valueOf(definition.getOperation().name());
        GraphQLObjectType root = Objects.requireNonNull(
                switch (kind) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                },
                "validated operations have a root type");
        SelectionSet selections = set(root, List.of(definition.getSelectionSet()), Conditions.ALWAYS);
        List<VariableDefinition> variables = definition.getVariableDefinitions().stream()
                .map(variable -> new VariableDefinition(
                        variable.getName(),
                        TypeReferences.of(variable.getType()),
                        Optional.ofNullable(variable.getDefaultValue()).map(AstPrinter::printAstCompact)))
                .toList();
        return new Operation(
                kind,
                Optional.ofNullable(definition.getName()),
                variables,
                selections,
                IntrospectionDocument.of(selections, variables));
    }

    /** What makes two selections of one place the same. */
    private sealed interface Key {
        Conditions conditions();

        record OfField(String responseKey, Conditions conditions) implements Key {}

        record OfFragment(String type, Conditions conditions) implements Key {}
    }

    /** @param first the first field of that key; null for a fragment */
    private record Gathered(@Nullable Field first, List<graphql.language.SelectionSet> below) {}

    /** @param above what holds wherever these selections are asked for */
    private SelectionSet set(GraphQLCompositeType type, List<graphql.language.SelectionSet> sets, Conditions above) {
        Map<Key, Gathered> found = new LinkedHashMap<>();
        Set<Key> spread = new HashSet<>();
        for (graphql.language.SelectionSet set : sets) {
            gather(type, set, Conditions.ALWAYS, found, spread);
        }
        found.keySet().removeIf(key -> above.and(key.conditions()).isNever());
        List<Selection> selections = new ArrayList<>();
        found.forEach((key, gathered) -> {
            Conditions here = above.and(key.conditions());
            selections.add(
                    switch (key) {
                        case Key.OfField field ->
                            field(type, field, Objects.requireNonNull(gathered.first), gathered.below, here);
                        case Key.OfFragment(String narrower, Conditions conditions) ->
                            new InlineFragment(
                                    Optional.of(narrower), conditions, set(composite(narrower), gathered.below, here));
                    });
        });
        return new SelectionSet(selections);
    }

    private void gather(
            GraphQLCompositeType type,
            graphql.language.SelectionSet set,
            Conditions around,
            Map<Key, Gathered> found,
            Set<Key> spread) {
        for (graphql.language.Selection<?> selection : set.getSelections()) {
            Conditions conditions =
                    selection instanceof DirectivesContainer<?> conditional ? conditions(conditional, around) : around;
            if (conditions == null) {
                continue;
            }
            switch (selection) {
                case Field field -> {
                    Gathered gathered = found.computeIfAbsent(
                            new Key.OfField(field.getResultKey(), conditions),
                            key -> new Gathered(field, new ArrayList<>()));
                    if (field.getSelectionSet() != null) {
                        gathered.below.add(field.getSelectionSet());
                    }
                }
                case graphql.language.InlineFragment inline ->
                    fragment(type, inline.getTypeCondition(), inline.getSelectionSet(), conditions, found, spread);
                case FragmentSpread fragmentSpread -> {
                    FragmentDefinition definition = Objects.requireNonNull(
                            fragments.get(fragmentSpread.getName()), "validated spreads have a fragment");
                    if (spread.add(new Key.OfFragment(definition.getName(), conditions))) {
                        fragment(
                                type,
                                definition.getTypeCondition(),
                                definition.getSelectionSet(),
                                conditions,
                                found,
                                spread);
                    }
                }
                default -> throw new IllegalStateException("not a selection: " + selection);
            }
        }
    }

    private void fragment(
            GraphQLCompositeType type,
            @Nullable TypeName condition,
            graphql.language.SelectionSet set,
            Conditions conditions,
            Map<Key, Gathered> found,
            Set<Key> spread) {
        if (condition == null || isAlways(type, composite(condition.getName()))) {
            gather(type, set, conditions, found, spread);
        } else {
            found.computeIfAbsent(
                            new Key.OfFragment(condition.getName(), conditions),
                            key -> new Gathered(null, new ArrayList<>()))
                    .below
                    .add(set);
        }
    }

    private FieldSelection field(
            GraphQLCompositeType type,
            Key.OfField key,
            Field field,
            List<graphql.language.SelectionSet> below,
            Conditions here) {
        List<Argument> arguments = field.getArguments().stream()
                .map(argument -> new Argument(
                        argument.getName(),
                        AstPrinter.printAstCompact(argument.getValue()),
                        variables(argument.getValue(), new TreeSet<>())))
                .toList();
        SelectionSet selections = below.isEmpty()
                ? SelectionSet.EMPTY
                : set(
                        (GraphQLCompositeType)
                                GraphQLTypeUtil.unwrapAll(Introspection.getFieldDef(schema, type, field.getName())
                                        .getType()),
                        below,
                        here);
        return new FieldSelection(key.responseKey(), field.getName(), arguments, key.conditions(), selections);
    }

    /** Null where the selection never takes part. */
    private @Nullable Conditions conditions(DirectivesContainer<?> selection, Conditions around) {
        Conditions conditions = around;
        for (Directive directive : selection.getDirectives()) {
            boolean include = directive.getName().equals("include");
            if (include || directive.getName().equals("skip")) {
                Value<?> value = Objects.requireNonNull(
                                directive.getArgument("if"), "validated directives have their arguments")
                        .getValue();
                if (value instanceof BooleanValue literal) {
                    if (literal.isValue() != include) {
                        return null;
                    }
                } else if (value instanceof VariableReference variable) {
                    conditions = conditions.and(new Conditions(List.of(new Condition(variable.getName(), include))));
                }
            }
        }
        return conditions.isNever() ? null : conditions;
    }

    private static Set<String> variables(Value<?> value, Set<String> into) {
        switch (value) {
            case VariableReference variable -> into.add(variable.getName());
            case ArrayValue array -> array.getValues().forEach(element -> variables(element, into));
            case ObjectValue object -> object.getObjectFields().forEach(field -> variables(field.getValue(), into));
            default -> {}
        }
        return into;
    }

    private GraphQLCompositeType composite(String name) {
        return (GraphQLCompositeType) Objects.requireNonNull(schema.getType(name), "validated types exist");
    }

    /**
     * Whether everything that can be asked of {@code condition} can be asked of {@code type} as well. That all visible
     * types of one are of the other is not enough: {@code type} may lack the fields, and hidden types may come.
     */
    private boolean isAlways(GraphQLCompositeType type, GraphQLCompositeType condition) {
        return type.getName().equals(condition.getName())
                || type instanceof GraphQLObjectType && possible(condition).contains(type.getName())
                || type instanceof GraphQLInterfaceType narrower
                        && narrower.getInterfaces().stream()
                                .anyMatch(wider -> wider.getName().equals(condition.getName()));
    }

    private Set<String> possible(GraphQLCompositeType type) {
        return switch (type) {
            case GraphQLObjectType object -> Set.of(object.getName());
            case GraphQLInterfaceType abstracted ->
                Objects.requireNonNullElse(schema.getImplementations(abstracted), List.<GraphQLObjectType>of()).stream()
                        .map(GraphQLObjectType::getName)
                        .collect(Collectors.toSet());
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLNamedOutputType::getName).collect(Collectors.toSet());
            default -> throw new IllegalStateException("not a composite type: " + type);
        };
    }
}
