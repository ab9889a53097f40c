package io.weft.gateway.composition.graph;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.Value;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLScalarType;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.ReadTypeReference;
import io.weft.gateway.document.TypeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Directives as graphql-java's: their definitions, and where they stand. */
final class ExecutableDirectives {

    private final Map<String, DirectiveDefinition> known;

    /** @param definitions by name, without GraphQL's own */
    ExecutableDirectives(Map<String, DirectiveDefinition> definitions) {
        this.known = new LinkedHashMap<>(definitions);
        known.put("deprecated", graphql.Directives.DEPRECATED_DIRECTIVE_DEFINITION);
        known.put("specifiedBy", graphql.Directives.SPECIFIED_BY_DIRECTIVE_DEFINITION);
        known.put("oneOf", graphql.Directives.ONE_OF_DIRECTIVE_DEFINITION);
    }

    List<GraphQLDirective> definitions() {
        return known.values().stream().map(ExecutableDirectives::definition).toList();
    }

    /** GraphQL's own scalars that the definitions' arguments are of. */
    Set<GraphQLScalarType> builtInScalars() {
        return argumentTypeNames()
                .flatMap(name -> ExecutableTypes.builtInScalar(name).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names of all other types that the definitions' arguments are of. */
    Set<String> argumentTypes() {
        return argumentTypeNames()
                .filter(name -> ExecutableTypes.builtInScalar(name).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<String> argumentTypeNames() {
        return known.values().stream()
                .flatMap(definition -> definition.getInputValueDefinitions().stream())
                .map(argument -> type(argument).typeName());
    }

    private static GraphQLDirective definition(DirectiveDefinition definition) {
        GraphQLDirective.Builder builder =
                GraphQLDirective.newDirective().name(definition.getName()).repeatable(definition.isRepeatable());
        if (definition.getDescription() != null) {
            builder.description(definition.getDescription().getContent());
        }
        definition
                .getDirectiveLocations()
                .forEach(at -> builder.validLocation(DirectiveLocation.valueOf(at.getName())));
        definition.getInputValueDefinitions().forEach(argument -> builder.argument(argument(argument)));
        return builder.build();
    }

    private static GraphQLArgument argument(InputValueDefinition definition) {
        GraphQLArgument.Builder builder =
                GraphQLArgument.newArgument().name(definition.getName()).type(inputType(definition));
        if (definition.getDescription() != null) {
            builder.description(definition.getDescription().getContent());
        }
        if (definition.getDefaultValue() != null) {
            builder.defaultValueLiteral(definition.getDefaultValue());
        }
        return builder.build();
    }

    private static TypeReference type(InputValueDefinition definition) {
        return ReadTypeReference.read(AstPrinter.printAst(definition.getType()));
    }

    private static GraphQLInputType inputType(InputValueDefinition definition) {
        return (GraphQLInputType) ExecutableTypes.reference(type(definition));
    }

    /** Those on an element whose definition is known. */
    List<GraphQLAppliedDirective> applied(Element element) {
        List<GraphQLAppliedDirective> all = new ArrayList<>();
        for (AppliedDirective applied : element.directives()) {
            DirectiveDefinition definition = known.get(applied.name());
            if (definition != null) {
                all.add(applied(applied, definition));
            }
        }
        return all;
    }

    private static GraphQLAppliedDirective applied(AppliedDirective applied, DirectiveDefinition definition) {
        GraphQLAppliedDirective.Builder builder = GraphQLAppliedDirective.newDirective()
                .name(applied.name())
                .definition(Directive.newDirective().name(applied.name()).build());
        for (InputValueDefinition argument : definition.getInputValueDefinitions()) {
            GraphQLAppliedDirectiveArgument.Builder value = GraphQLAppliedDirectiveArgument.newArgument()
                    .name(argument.getName())
                    .type(inputType(argument));
            Value<?> given = applied.arguments().getOrDefault(argument.getName(), argument.getDefaultValue());
            // graphql-java's definition of @deprecated is stricter about null than the specification
            if (given instanceof NullValue && argument.getType() instanceof NonNullType) {
                given = argument.getDefaultValue();
            }
            if (given != null) {
                value.valueLiteral(given);
            }
            builder.argument(value);
        }
        return builder.build();
    }
}
