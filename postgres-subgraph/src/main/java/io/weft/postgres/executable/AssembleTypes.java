package io.weft.postgres.executable;

import graphql.Directives;
import graphql.GraphQLException;
import graphql.Scalars;
import graphql.language.Argument;
import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
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
import graphql.schema.idl.EnumValuesProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every definition as graphql-java's type, which names what it refers to. Of the directives on them those of GraphQL itself
 * are kept; all others are for who reads the SDL.
 */
final class AssembleTypes {

    private static final Map<String, GraphQLScalarType> BUILT_IN = Map.of(
            "Int", Scalars.GraphQLInt,
            "Float", Scalars.GraphQLFloat,
            "String", Scalars.GraphQLString,
            "Boolean", Scalars.GraphQLBoolean,
            "ID", Scalars.GraphQLID);
    private static final String NO_REASON = "No longer supported";

    private final TypeDefinitionRegistry definitions;
    private final RuntimeWiring wiring;
    /** By name: one object refers to a type wherever it is named. */
    private final Map<String, GraphQLType> references = new HashMap<>(BUILT_IN);
    /** What introspection refers to is there in any case. */
    private final Set<String> builtIn = new TreeSet<>(Set.of("String", "Boolean"));

    AssembleTypes(TypeDefinitionRegistry definitions, RuntimeWiring wiring) {
        this.definitions = definitions;
        this.wiring = wiring;
    }

    /**
     * @param sources what the types are made of, by name
     * @param all     what the schema has, by name
     * @param fresh   those of them that refer by name
     */
    record Assembled(
            Map<String, TypeSource> sources, Map<String, GraphQLNamedType> all, List<GraphQLNamedType> fresh) {}

    /** @param known of the schema before */
    Assembled assemble(KnownTypes known) {
        if (!definitions.inputObjectTypeExtensions().isEmpty()
                || !definitions.enumTypeExtensions().isEmpty()
                || !definitions.interfaceTypeExtensions().isEmpty()
                || !definitions.unionTypeExtensions().isEmpty()) {
            throw new GraphQLException("only object types can be extended here; write the others in one piece");
        }
        Map<String, TypeDefinition<?>> all = new LinkedHashMap<>();
        definitions.types().forEach(all::put);
        definitions.scalars().forEach((name, scalar) -> {
            if (!BUILT_IN.containsKey(name)) {
                all.put(name, scalar);
            }
        });
        Map<String, List<Object>> parts = new LinkedHashMap<>();
        all.forEach((name, definition) -> parts.put(name, TypeSource.parts(definition, definitions, wiring)));
        KnownTypes.Known before = known.of(parts);
        Map<String, GraphQLNamedType> types = new LinkedHashMap<>();
        List<GraphQLNamedType> fresh = new ArrayList<>();
        all.forEach((name, definition) -> {
            GraphQLNamedType kept = before.kept().get(name);
            if (kept == null) {
                fresh.add(type(definition));
            }
            types.put(name, kept == null ? fresh.getLast() : kept);
        });
        BUILT_IN.keySet().stream()
                .filter(name -> before.sources().values().stream()
                        .anyMatch(source -> source.references().contains(name)))
                .forEach(builtIn::add);
        builtIn.forEach(name -> types.put(name, BUILT_IN.get(name)));
        return new Assembled(before.sources(), types, fresh);
    }

    private GraphQLNamedType type(TypeDefinition<?> definition) {
        return switch (definition) {
            case ObjectTypeDefinition object -> object(object);
            case InterfaceTypeDefinition contract ->
                GraphQLInterfaceType.newInterface()
                        .name(contract.getName())
                        .description(text(contract.getDescription()))
                        .fields(fields(contract.getFieldDefinitions()))
                        .withInterfaces(references(contract.getImplements()))
                        .build();
            case UnionTypeDefinition union ->
                GraphQLUnionType.newUnionType()
                        .name(union.getName())
                        .description(text(union.getDescription()))
                        .possibleTypes(references(union.getMemberTypes()))
                        .build();
            case EnumTypeDefinition enumeration -> enumeration(enumeration);
            case InputObjectTypeDefinition input -> input(input);
            case ScalarTypeDefinition scalar -> scalar(scalar);
            default -> throw new IllegalArgumentException("no type is made of " + definition);
        };
    }

    private GraphQLScalarType scalar(ScalarTypeDefinition definition) {
        GraphQLScalarType scalar = wiring.getScalars().get(definition.getName());
        if (scalar == null) {
            throw new GraphQLException("nothing reads and writes the scalar " + definition.getName());
        }
        List<Directive> specified = definition.getDirectives(Directives.SpecifiedByDirective.getName());
        return scalar.transform(builder -> builder.description(text(definition.getDescription()))
                .specifiedByUrl(specified.isEmpty() ? null : argument(specified.getFirst(), "url")));
    }

    @SuppressWarnings("rawtypes") // as GraphQL for Java hands types out
    private GraphQLObjectType object(ObjectTypeDefinition object) {
        List<FieldDefinition> fields = new ArrayList<>(object.getFieldDefinitions());
        List<Type> interfaces = new ArrayList<>(object.getImplements());
        for (ObjectTypeExtensionDefinition extension :
                definitions.objectTypeExtensions().getOrDefault(object.getName(), List.of())) {
            fields.addAll(extension.getFieldDefinitions());
            interfaces.addAll(extension.getImplements());
        }
        Set<String> names = new HashSet<>();
        fields.stream()
                .map(FieldDefinition::getName)
                .filter(name -> !names.add(name))
                .forEach(twice -> {
                    throw new GraphQLException(object.getName() + "." + twice + " is defined twice");
                });
        return GraphQLObjectType.newObject()
                .name(object.getName())
                .description(text(object.getDescription()))
                .fields(fields(fields))
                .withInterfaces(references(interfaces))
                .build();
    }

    private GraphQLEnumType enumeration(EnumTypeDefinition definition) {
        @Nullable EnumValuesProvider values = wiring.getEnumValuesProviders().get(definition.getName());
        GraphQLEnumType.Builder builder =
                GraphQLEnumType.newEnum().name(definition.getName()).description(text(definition.getDescription()));
        for (EnumValueDefinition value : definition.getEnumValueDefinitions()) {
            Object means = values == null ? value.getName() : values.getValue(value.getName());
            builder.value(value.getName(), means, text(value.getDescription()), deprecation(value));
        }
        return builder.build();
    }

    private GraphQLInputObjectType input(InputObjectTypeDefinition definition) {
        GraphQLInputObjectType.Builder builder = GraphQLInputObjectType.newInputObject()
                .name(definition.getName())
                .description(text(definition.getDescription()));
        if (definition.hasDirective(Directives.OneOfDirective.getName())) {
            builder.withAppliedDirective(Directives.OneOfDirective.toAppliedDirective());
        }
        definition.getInputValueDefinitions().forEach(field -> builder.field(inputField(field)));
        return builder.build();
    }

    private GraphQLInputObjectField inputField(InputValueDefinition field) {
        GraphQLInputObjectField.Builder builder = GraphQLInputObjectField.newInputObjectField()
                .name(field.getName())
                .description(text(field.getDescription()))
                .type((GraphQLInputType) reference(field.getType()))
                .deprecate(deprecation(field));
        if (field.getDefaultValue() != null) {
            builder.defaultValueLiteral(field.getDefaultValue());
        }
        return builder.build();
    }

    private List<GraphQLFieldDefinition> fields(List<FieldDefinition> fields) {
        return fields.stream()
                .map(field -> GraphQLFieldDefinition.newFieldDefinition()
                        .name(field.getName())
                        .description(text(field.getDescription()))
                        .type((GraphQLOutputType) reference(field.getType()))
                        .deprecate(deprecation(field))
                        .arguments(field.getInputValueDefinitions().stream()
                                .map(this::argument)
                                .toList())
                        .build())
                .toList();
    }

    private GraphQLArgument argument(InputValueDefinition argument) {
        GraphQLArgument.Builder builder = GraphQLArgument.newArgument()
                .name(argument.getName())
                .description(text(argument.getDescription()))
                .type((GraphQLInputType) reference(argument.getType()))
                .deprecate(deprecation(argument));
        if (argument.getDefaultValue() != null) {
            builder.defaultValueLiteral(argument.getDefaultValue());
        }
        return builder.build();
    }

    /** A type as it is referred to: built-in scalars themselves, all else by name. */
    private GraphQLType reference(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> GraphQLNonNull.nonNull(reference(nonNull.getType()));
            case ListType list -> GraphQLList.list(reference(list.getType()));
            case TypeName named -> references.computeIfAbsent(named.getName(), GraphQLTypeReference::typeRef);
            default -> throw new IllegalArgumentException("no type is like " + type);
        };
    }

    @SuppressWarnings("rawtypes") // as GraphQL for Java hands them out
    private static GraphQLTypeReference[] references(List<Type> types) {
        return types.stream()
                .map(type -> GraphQLTypeReference.typeRef(((TypeName) type).getName()))
                .toArray(GraphQLTypeReference[]::new);
    }

    private static @Nullable String text(@Nullable Description description) {
        return description == null ? null : description.getContent();
    }

    private static @Nullable String deprecation(DirectivesContainer<?> element) {
        List<Directive> deprecated = element.getDirectives(Directives.DeprecatedDirective.getName());
        if (deprecated.isEmpty()) {
            return null;
        }
        return Objects.requireNonNullElse(argument(deprecated.getFirst(), "reason"), NO_REASON);
    }

    private static @Nullable String argument(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return argument != null && argument.getValue() instanceof StringValue text ? text.getValue() : null;
    }
}
