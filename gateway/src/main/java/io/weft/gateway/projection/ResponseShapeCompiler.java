package io.weft.gateway.projection;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.execution.CompiledPlan;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.planning.plan.AnswerField;
import io.weft.gateway.projection.FieldShape.FieldSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a plan's answer ready to be written. */
public final class ResponseShapeCompiler {

    private final GraphQLSchema apiSchema;
    private final Names knownTypes;
    private final Names objectTypes;
    private final Map<String, String> listed;

    /**
     * @param apiSchema what clients see
     * @param listed    by types that are pages of objects, or hold one of a page: the type of these objects
     */
    public ResponseShapeCompiler(GraphQLSchema apiSchema, Map<String, String> listed) {
        this.listed = Map.copyOf(listed);
        this.apiSchema = apiSchema;
        this.objectTypes = new Names(apiSchema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLNamedSchemaElement::getName)
                .toList());
        this.knownTypes = new Names(apiSchema.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLObjectType || isAbstract(type))
                .map(GraphQLNamedSchemaElement::getName)
                .toList());
    }

    public ResponseShape compile(CompiledPlan plan) {
        return new ResponseShape(object(plan.plan().answer(), plan.layout(), new Parent(null, "", false)));
    }

    /**
     * Whose fields are compiled.
     *
     * @param known    null where the type is an object type
     * @param isListed whether a page lists it
     */
    private record Parent(@Nullable Names known, String type, boolean isListed) {}

    private ObjectShape object(List<AnswerField> answer, @Nullable Layout layout, Parent parent) {
        List<FieldShape> fields =
                answer.stream().map(field -> field(field, layout, parent)).toList();
        boolean distinct =
                answer.stream().map(AnswerField::responseKey).distinct().count() == answer.size();
        return new ObjectShape(
                fields, parent.known(), distinct ? null : applying -> object(merge(answer, applying), layout, parent));
    }

    private FieldShape field(AnswerField field, @Nullable Layout layout, Parent parent) {
        int slot = layout != null && field.source() instanceof AnswerField.Source.DataKey(String dataKey)
                ? layout.slot(dataKey)
                : -1;
        Layout below = layout == null || slot < 0 ? null : layout.child(slot);
        return new FieldShape(
                field.responseKey(),
                new JsonOutput().string(field.responseKey()).raw(':').toByteArray(),
                source(field.source(), slot, parent),
                value(field.type(), field.fields(), below, parent.type(), false),
                new Names(field.onTypes()),
                field.conditions());
    }

    private FieldSource source(AnswerField.Source source, int slot, Parent parent) {
        return switch (source) {
            case AnswerField.Source.DataKey(String dataKey) ->
                parent.isListed() ? new FieldSource.OfListed(slot) : new FieldSource.Slot(slot);
            case AnswerField.Source.Typename(String staticType) ->
                parent.known() != null
                        ? new FieldSource.DynamicTypename(objectTypes)
                        : new FieldSource.StaticTypename(
                                new JsonOutput().string(staticType).toByteArray());
            case AnswerField.Source.Unreachable(String coordinate) -> new FieldSource.Unreachable(coordinate);
            case AnswerField.Source.Denied(String coordinate) -> new FieldSource.Denied(coordinate);
            case AnswerField.Source.Unexpected() -> new FieldSource.Nothing();
            case AnswerField.Source.Introspection() -> new FieldSource.Introspection();
        };
    }

    private ValueShape value(
            TypeReference type, List<AnswerField> fields, @Nullable Layout layout, String parentType, boolean nonNull) {
        return switch (type) {
            case TypeReference.NonNull(TypeReference nullable) -> value(nullable, fields, layout, parentType, true);
            case TypeReference.ListOf(TypeReference element) ->
                new ValueShape.ListShape(value(element, fields, layout, parentType, false), nonNull);
            case TypeReference.Named(String name) -> {
                GraphQLType named = apiSchema.getType(name);
                yield isAbstract(named) || named instanceof GraphQLObjectType
                        ? new ValueShape.Composite(
                                object(
                                        fields,
                                        layout,
                                        new Parent(
                                                isAbstract(named) ? knownTypes : null,
                                                name,
                                                name.equals(listed.get(parentType)))),
                                nonNull)
                        : new ValueShape.LeafShape(LeafType.of(name, apiSchema), name, nonNull);
            }
        };
    }

    /** The specification's CollectFields, for the fields that apply to an object. */
    private static List<AnswerField> merge(List<AnswerField> answer, BitSet applying) {
        Map<String, List<AnswerField>> groups = new LinkedHashMap<>();
        applying.stream()
                .mapToObj(answer::get)
                .forEach(field -> groups.computeIfAbsent(field.responseKey(), key -> new ArrayList<>())
                        .add(field));
        return groups.values().stream().map(ResponseShapeCompiler::merge).toList();
    }

    private static AnswerField merge(List<AnswerField> group) {
        AnswerField first = group.getFirst();
        return new AnswerField(
                first.responseKey(),
                first.source(),
                group.stream()
                        .map(AnswerField::type)
                        .reduce(ResponseShapeCompiler::stricter)
                        .orElseThrow(),
                Set.of(),
                Conditions.ALWAYS,
                group.stream().flatMap(field -> field.fields().stream()).toList());
    }

    /** An interface may promise less than the object type that is met. */
    private static TypeReference stricter(TypeReference one, TypeReference other) {
        if (one instanceof TypeReference.NonNull(TypeReference nullable)) {
            return new TypeReference.NonNull(stricter(nullable, withoutNonNull(other)));
        } else if (other instanceof TypeReference.NonNull) {
            return stricter(other, one);
        } else if (one instanceof TypeReference.ListOf(TypeReference element)
                && other instanceof TypeReference.ListOf(TypeReference otherElement)) {
            return new TypeReference.ListOf(stricter(element, otherElement));
        }
        return one;
    }

    private static TypeReference withoutNonNull(TypeReference type) {
        return type instanceof TypeReference.NonNull(TypeReference nullable) ? nullable : type;
    }

    private static boolean isAbstract(@Nullable GraphQLType type) {
        return type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType;
    }
}
