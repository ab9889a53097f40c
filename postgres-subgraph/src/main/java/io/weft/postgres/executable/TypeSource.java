package io.weft.postgres.executable;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a type is made of.
 *
 * @param parts      its definition and its extensions, and what the service's code adds; two of them are equal if they are the same objects
 * @param references the names of the types that it refers to
 */
record TypeSource(List<Object> parts, Set<String> references) {

    static List<Object> parts(TypeDefinition<?> definition, TypeDefinitionRegistry definitions, RuntimeWiring wiring) {
        List<Object> parts = new ArrayList<>();
        parts.add(definition);
        switch (definition) {
            case ObjectTypeDefinition object ->
                parts.addAll(definitions.objectTypeExtensions().getOrDefault(object.getName(), List.of()));
            case EnumTypeDefinition enumeration
            when wiring.getEnumValuesProviders().containsKey(enumeration.getName()) ->
                parts.add(wiring.getEnumValuesProviders().get(enumeration.getName()));
            case ScalarTypeDefinition scalar
            when wiring.getScalars().containsKey(scalar.getName()) ->
                parts.add(wiring.getScalars().get(scalar.getName()));
            default -> {}
        }
        return parts;
    }

    static TypeSource of(List<Object> parts) {
        Set<String> references = new HashSet<>();
        parts.forEach(part -> refer(part, references));
        return new TypeSource(parts, references);
    }

    private static void refer(Object part, Set<String> references) {
        switch (part) {
            // an extension is one, too
            case ObjectTypeDefinition object -> {
                fields(object.getFieldDefinitions(), references);
                object.getImplements().forEach(type -> add(type, references));
            }
            case InterfaceTypeDefinition contract -> {
                fields(contract.getFieldDefinitions(), references);
                contract.getImplements().forEach(type -> add(type, references));
            }
            case UnionTypeDefinition union -> union.getMemberTypes().forEach(type -> add(type, references));
            case InputObjectTypeDefinition input -> inputs(input.getInputValueDefinitions(), references);
            default -> {}
        }
    }

    private static void fields(List<FieldDefinition> fields, Set<String> references) {
        for (FieldDefinition field : fields) {
            add(field.getType(), references);
            inputs(field.getInputValueDefinitions(), references);
        }
    }

    private static void inputs(List<InputValueDefinition> inputs, Set<String> references) {
        inputs.forEach(input -> add(input.getType(), references));
    }

    private static void add(Type<?> type, Set<String> references) {
        references.add(TypeInfo.typeInfo(type).getName());
    }
}
