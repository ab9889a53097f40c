package io.weft.gateway.translation;

import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.parser.Parser;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Translation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts input values into a service's terms: enum values and the names of input objects' fields, at every depth. */
public final class TranslateInputs {

    private final Subgraph subgraph;
    private final Translation terms;

    public TranslateInputs(Subgraph subgraph) {
        this.subgraph = subgraph;
        this.terms = subgraph.translation();
    }

    /** Whether values of the type may have to be translated at all. */
    public boolean concerns(TypeReference type) {
        return concerns(type.typeName(), new HashSet<>());
    }

    private boolean concerns(String type, Set<String> seen) {
        if (!seen.add(type)) {
            return false;
        }
        return terms.inputFields().containsKey(type)
                || terms.enumValues().containsKey(type)
                || (subgraph.types().get(type) instanceof SubgraphType.InputObject input
                        && input.fields().values().stream().anyMatch(field -> concerns(field.typeName(), seen)));
    }

    /** @param value null, Boolean, Number, String, List or Map, valid for the type */
    public @Nullable Object value(@Nullable Object value, TypeReference type) {
        String name = type.typeName();
        return switch (value) {
            case List<?> list -> {
                List<@Nullable Object> translated = new ArrayList<>(list.size());
                list.forEach(element -> translated.add(value(element, type)));
                yield translated;
            }
            case Map<?, ?> map
            when subgraph.types().get(name) instanceof SubgraphType.InputObject input -> {
                Map<String, @Nullable Object> translated = new LinkedHashMap<>();
                map.forEach((key, element) -> {
                    TypeReference fieldType = input.fields().get((String) key);
                    translated.put(
                            terms.inputField(name, (String) key),
                            fieldType == null ? element : value(element, fieldType));
                });
                yield translated;
            }
            case String text
            when subgraph.types().get(name) instanceof SubgraphType.EnumType -> terms.enumValue(name, text);
            case null -> null;
            default -> value;
        };
    }

    /** @param literal in GraphQL syntax, printed compactly; may hold variables, which stay */
    public String literal(String literal, TypeReference type) {
        return concerns(type) ? AstPrinter.printAstCompact(literal(parse(literal), type)) : literal;
    }

    /** graphql-java parses values by themselves only where no variables are in them. */
    private static Value<?> parse(String literal) {
        OperationDefinition operation = (OperationDefinition)
                Parser.parse("{f(a:" + literal + ")}").getDefinitions().getFirst();
        Field field = (Field) operation.getSelectionSet().getSelections().getFirst();
        return field.getArguments().getFirst().getValue();
    }

    @SuppressWarnings("rawtypes") // graphql-java's lists of values are of raw types
    private Value<?> literal(Value<?> value, TypeReference type) {
        String name = type.typeName();
        return switch (value) {
            case EnumValue word -> EnumValue.of(terms.enumValue(name, word.getName()));
            case ArrayValue list ->
                ArrayValue.newArrayValue()
                        .values(list.getValues().stream()
                                .<Value>map(element -> literal(element, type))
                                .toList())
                        .build();
            case ObjectValue object
            when subgraph.types().get(name) instanceof SubgraphType.InputObject input ->
                ObjectValue.newObjectValue()
                        .objectFields(object.getObjectFields().stream()
                                .map(field -> field(input, field))
                                .toList())
                        .build();
            default -> value;
        };
    }

    private ObjectField field(SubgraphType.InputObject input, ObjectField field) {
        TypeReference type = input.fields().get(field.getName());
        return new ObjectField(
                terms.inputField(input.name(), field.getName()),
                type == null ? field.getValue() : literal(field.getValue(), type));
    }

    /** The constants in it, and the names of what it is put together to. */
    public KeyTemplate template(KeyTemplate template, TypeReference type) {
        return switch (template) {
            case KeyTemplate.FromKey fromKey -> fromKey;
            case KeyTemplate.Constant(String literal) -> new KeyTemplate.Constant(literal(literal, type));
            case KeyTemplate.ListOf(List<KeyTemplate> elements) ->
                new KeyTemplate.ListOf(elements.stream()
                        .map(element -> template(element, type))
                        .toList());
            case KeyTemplate.ForEachKey(KeyTemplate element) -> new KeyTemplate.ForEachKey(template(element, type));
            case KeyTemplate.ObjectOf(Map<String, KeyTemplate> fields) -> {
                Map<String, KeyTemplate> translated = new LinkedHashMap<>();
                fields.forEach((name, value) -> translated.put(
                        inputField(type, name),
                        fieldType(type, name)
                                .map(known -> template(value, known))
                                .orElse(value)));
                yield new KeyTemplate.ObjectOf(translated);
            }
        };
    }

    /** What the service calls a field of an input object. */
    public String inputField(TypeReference object, String field) {
        return terms.inputField(object.typeName(), field);
    }

    private Optional<TypeReference> fieldType(TypeReference object, String field) {
        return subgraph.types().get(object.typeName()) instanceof SubgraphType.InputObject input
                ? Optional.ofNullable(input.fields().get(field))
                : Optional.empty();
    }

    /** The type as the service calls it. */
    public TypeReference type(TypeReference type) {
        return switch (type) {
            case TypeReference.Named(String name) -> new TypeReference.Named(terms.type(name));
            case TypeReference.ListOf(TypeReference element) -> new TypeReference.ListOf(type(element));
            case TypeReference.NonNull(TypeReference nullable) -> new TypeReference.NonNull(type(nullable));
        };
    }

    /** The service's names of an enum's values, by the supergraph's; empty where they are the same. */
    public Map<String, String> values(TypeReference type) {
        return terms.enumValues().getOrDefault(type.typeName(), Map.of());
    }
}
