package io.weft.gateway.composition.graph;

import graphql.Scalars;
import graphql.language.StringValue;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLUnionType;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Single {@link SchemaType}s as graphql-java's types, which name what they refer to. */
final class ExecutableTypes {

    private static final Map<String, GraphQLScalarType> BUILT_IN = Map.of(
            "Int", Scalars.GraphQLInt,
            "Float", Scalars.GraphQLFloat,
            "String", Scalars.GraphQLString,
            "Boolean", Scalars.GraphQLBoolean,
            "ID", Scalars.GraphQLID);

    private final ExecutableDirectives directives;
    private final Map<String, GraphQLScalarType> used = new LinkedHashMap<>();

    /** By name: one object refers to a type wherever it is named. */
    private final Map<String, GraphQLType> references = new HashMap<>();

    private final Map<Common, GraphQLArgument> common = new HashMap<>();

    private record Common(String name, Optional<String> description, TypeReference type) {}

    ExecutableTypes(ExecutableDirectives directives) {
        this.directives = directives;
    }

    /** GraphQL's own scalars that the types built so far, or introspection, refer to. */
    Collection<GraphQLScalarType> builtInScalars() {
        used.put("String", Scalars.GraphQLString);
        used.put("Boolean", Scalars.GraphQLBoolean);
        return used.values();
    }

    /** A custom scalar takes and gives any value: the services know what it means, the gateway does not. */
    static GraphQLScalarType scalar(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(PassThroughCoercing.INSTANCE)
                .build();
    }

    GraphQLNamedType type(SchemaType type) {
        String name = type.name();
        @Nullable String description = type.description().orElse(null);
        return switch (type) {
            case SchemaType.ObjectType object ->
                GraphQLObjectType.newObject()
                        .name(name)
                        .description(description)
                        .fields(fields(object.fields().values()))
                        .withInterfaces(references(object.interfaces()))
                        .replaceAppliedDirectives(directives.applied(object))
                        .build();
            case SchemaType.InterfaceType contract ->
                GraphQLInterfaceType.newInterface()
                        .name(name)
                        .description(description)
                        .fields(fields(contract.fields().values()))
                        .withInterfaces(references(contract.interfaces()))
                        .replaceAppliedDirectives(directives.applied(contract))
                        .build();
            case SchemaType.UnionType union ->
                GraphQLUnionType.newUnionType()
                        .name(name)
                        .description(description)
                        .possibleTypes(references(union.members()))
                        .replaceAppliedDirectives(directives.applied(union))
                        .build();
            case SchemaType.EnumType enumType -> {
                GraphQLEnumType.Builder builder = GraphQLEnumType.newEnum()
                        .name(name)
                        .description(description)
                        .replaceAppliedDirectives(directives.applied(enumType));
                enumType.values().values().forEach(value -> builder.value(value(value)));
                yield builder.build();
            }
            case SchemaType.ScalarType scalar -> scalar(scalar);
            case SchemaType.InputType input -> {
                GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                        .name(name)
                        .description(description)
                        .replaceAppliedDirectives(directives.applied(input));
                input.fields().values().forEach(field -> builder.field(inputField(field)));
                yield builder.build();
            }
        };
    }

    private GraphQLScalarType scalar(SchemaType.ScalarType scalar) {
        return scalar(scalar.name())
                .transform(builder -> builder.description(scalar.description().orElse(null))
                        .specifiedByUrl(text(scalar, "specifiedBy", "url").orElse(null))
                        .replaceAppliedDirectives(directives.applied(scalar)));
    }

    private List<GraphQLFieldDefinition> fields(Collection<SchemaField> fields) {
        return fields.stream()
                .map(field -> GraphQLFieldDefinition.newFieldDefinition()
                        .name(field.name())
                        .description(field.description().orElse(null))
                        .type((GraphQLOutputType) used(field.type()))
                        .deprecate(deprecation(field))
                        .arguments(field.arguments().values().stream()
                                .map(this::argument)
                                .toList())
                        .replaceAppliedDirectives(directives.applied(field))
                        .build())
                .toList();
    }

    /** Most arguments are the same everywhere: pages are asked for by them. One object serves all that say the same of a built-in scalar. */
    private GraphQLArgument argument(SchemaInputValue argument) {
        boolean isCommon = argument.directives().isEmpty()
                && argument.defaultValue().isEmpty()
                && builtInScalar(argument.type().typeName()).isPresent();
        return isCommon
                ? common.computeIfAbsent(
                        new Common(argument.name(), argument.description(), argument.type()), _ -> made(argument))
                : made(argument);
    }

    private GraphQLArgument made(SchemaInputValue argument) {
        GraphQLArgument.Builder builder = GraphQLArgument.newArgument()
                .name(argument.name())
                .description(argument.description().orElse(null))
                .type((GraphQLInputType) used(argument.type()))
                .deprecate(deprecation(argument))
                .replaceAppliedDirectives(directives.applied(argument));
        argument.defaultValue().ifPresent(builder::defaultValueLiteral);
        return builder.build();
    }

    private GraphQLInputObjectField inputField(SchemaInputValue field) {
        GraphQLInputObjectField.Builder builder = GraphQLInputObjectField.newInputObjectField()
                .name(field.name())
                .description(field.description().orElse(null))
                .type((GraphQLInputType) used(field.type()))
                .deprecate(deprecation(field))
                .replaceAppliedDirectives(directives.applied(field));
        field.defaultValue().ifPresent(builder::defaultValueLiteral);
        return builder.build();
    }

    private GraphQLEnumValueDefinition value(SchemaEnumValue value) {
        return GraphQLEnumValueDefinition.newEnumValueDefinition()
                .name(value.name())
                .value(value.name())
                .description(value.description().orElse(null))
                .deprecationReason(deprecation(value))
                .replaceAppliedDirectives(directives.applied(value))
                .build();
    }

    private static @Nullable String deprecation(Element element) {
        boolean deprecated =
                element.directives().stream().anyMatch(applied -> applied.name().equals("deprecated"));
        return deprecated ? text(element, "deprecated", "reason").orElse("No longer supported") : null;
    }

    private static Optional<String> text(Element element, String directive, String argument) {
        return element.directives().stream()
                .filter(applied -> applied.name().equals(directive))
                .findFirst()
                .map(applied -> applied.arguments().get(argument))
                .map(value -> value instanceof StringValue text ? text.getValue() : null);
    }

    /** A type that has been built before is in the schema, too. */
    void use(SchemaType type) {
        type.outline().outputs().forEach(this::use);
        type.outline().inputs().forEach(this::use);
    }

    private void use(String typeName) {
        builtInScalar(typeName).ifPresent(scalar -> used.put(scalar.getName(), scalar));
    }

    private GraphQLType used(TypeReference type) {
        return switch (type) {
            case TypeReference.Named(String name) -> references.computeIfAbsent(name, this::usedForTheFirstTime);
            case TypeReference.ListOf(TypeReference element) -> GraphQLList.list(used(element));
            case TypeReference.NonNull(TypeReference nullable) -> GraphQLNonNull.nonNull(used(nullable));
        };
    }

    private GraphQLType usedForTheFirstTime(String name) {
        use(name);
        return named(name);
    }

    static Optional<GraphQLScalarType> builtInScalar(String name) {
        return Optional.ofNullable(BUILT_IN.get(name));
    }

    /** A type as it is referred to: built-in scalars themselves, all else by name. */
    static GraphQLType reference(TypeReference type) {
        return switch (type) {
            case TypeReference.Named(String name) -> named(name);
            case TypeReference.ListOf(TypeReference element) -> GraphQLList.list(reference(element));
            case TypeReference.NonNull(TypeReference nullable) -> GraphQLNonNull.nonNull(reference(nullable));
        };
    }

    private static GraphQLType named(String name) {
        GraphQLScalarType builtIn = BUILT_IN.get(name);
        return builtIn == null ? GraphQLTypeReference.typeRef(name) : builtIn;
    }

    private static GraphQLTypeReference[] references(Set<String> names) {
        return names.stream().map(GraphQLTypeReference::typeRef).toArray(GraphQLTypeReference[]::new);
    }
}
