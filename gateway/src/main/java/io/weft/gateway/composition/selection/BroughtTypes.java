package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.ReachedTypes;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The types that selectors' filters, orders and facets are made of. Where two subgraphs bring one of the same name, what
 * both have of it is left, as in any composition of inputs; what is answered must be the same.
 */
final class BroughtTypes {

    private final Problems problems;
    private final Map<String, SchemaType> types = new LinkedHashMap<>();
    private final Map<String, SubgraphName> from = new LinkedHashMap<>();

    BroughtTypes(Problems problems) {
        this.problems = problems;
    }

    Map<String, SchemaType> types() {
        return Collections.unmodifiableMap(types);
    }

    /** Brings the type and all it leads to; nothing where it is a built-in scalar. */
    void bring(ParsedSubgraph subgraph, String type) {
        for (String name : ReachedTypes.of(type, subgraph.types())) {
            SubgraphName other = from.putIfAbsent(name, subgraph.name());
            SchemaType brought = usable(Objects.requireNonNull(subgraph.types().get(name)));
            if (other == null) {
                types.put(name, brought);
            } else if (!other.equals(subgraph.name())) {
                SchemaType first = Objects.requireNonNull(types.get(name));
                merge(first, brought)
                        .ifPresentOrElse(merged -> types.put(name, merged), () -> differ(brought, other, subgraph));
                hintAtWhatIsLeftOut(first, other, brought, subgraph.name());
                hintAtWhatIsLeftOut(brought, subgraph.name(), first, other);
            }
        }
    }

    /** @param type has perhaps more than {@code other} */
    private void hintAtWhatIsLeftOut(SchemaType type, SubgraphName in, SchemaType other, SubgraphName notIn) {
        switch (type) {
            case SchemaType.InputType input
            when other instanceof SchemaType.InputType narrower ->
                input.fields().keySet().stream()
                        .filter(field -> !narrower.fields().containsKey(field))
                        .forEach(field -> leftOut(
                                HintCode.INCONSISTENT_INPUT_OBJECT_FIELD,
                                Coordinate.of(type.name(), field),
                                in,
                                notIn));
            case SchemaType.EnumType wider
            when other instanceof SchemaType.EnumType narrower ->
                wider.values().keySet().stream()
                        .filter(value -> !narrower.values().containsKey(value))
                        .forEach(value -> leftOut(
                                HintCode.INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM,
                                Coordinate.of(type.name(), value),
                                in,
                                notIn));
            default -> {}
        }
    }

    private void leftOut(HintCode code, Coordinate at, SubgraphName in, SubgraphName notIn) {
        problems.hint(
                code,
                at + " is left out of selections: subgraph '" + in + "' has it, subgraph '" + notIn
                        + "' does not. Give the type another name in one of them to keep it",
                at);
    }

    private void differ(SchemaType type, SubgraphName other, ParsedSubgraph subgraph) {
        problems.error(
                ErrorCode.SELECTOR_INVALID,
                "selectors of subgraphs " + other + " and " + subgraph.name()
                        + " lead to different types of this name: give one of them another name",
                Coordinate.of(type.name()),
                subgraph.name(),
                type.line());
    }

    private static Optional<SchemaType> merge(SchemaType first, SchemaType second) {
        return switch (first) {
            case SchemaType.InputType input
            when second instanceof SchemaType.InputType other -> {
                Map<String, SchemaInputValue> fields = new LinkedHashMap<>(input.fields());
                fields.keySet().retainAll(other.fields().keySet());
                yield fits(input, fields) && fits(other, fields)
                        ? Optional.of(new SchemaType.InputType(input.header(), fields))
                        : Optional.empty();
            }
            case SchemaType.EnumType type
            when second instanceof SchemaType.EnumType other -> {
                Map<String, SchemaEnumValue> values = new LinkedHashMap<>(type.values());
                values.keySet().retainAll(other.values().keySet());
                yield values.isEmpty() ? Optional.empty() : Optional.of(new SchemaType.EnumType(type.header(), values));
            }
            case SchemaType.ScalarType scalar when second instanceof SchemaType.ScalarType -> Optional.of(scalar);
            case SchemaType.ObjectType object
            when second instanceof SchemaType.ObjectType other && shape(object).equals(shape(other)) ->
                Optional.of(object);
            default -> Optional.empty();
        };
    }

    /** Whether values of these fields alone are values of the type. */
    private static boolean fits(SchemaType.InputType type, Map<String, SchemaInputValue> fields) {
        return !fields.isEmpty()
                && type.fields().values().stream().allMatch(field -> {
                    SchemaInputValue left = fields.get(field.name());
                    return left == null
                            ? !field.isRequired()
                            : left.type().print().equals(field.type().print());
                });
    }

    private static Map<String, String> shape(SchemaType.ObjectType type) {
        Map<String, String> shape = new LinkedHashMap<>();
        type.fields().forEach((name, field) -> {
            List<String> arguments = field.arguments().values().stream()
                    .map(argument -> argument.name() + ": " + argument.type().print())
                    .sorted()
                    .toList();
            shape.put(name, arguments + field.type().print());
        });
        return shape;
    }

    private static SchemaType usable(SchemaType type) {
        SchemaType.Header header = type.header().withDirectives(kept(type.directives()));
        return switch (type) {
            case SchemaType.InputType input -> {
                Map<String, SchemaInputValue> fields = new LinkedHashMap<>(input.fields());
                fields.replaceAll((name, field) -> field.withDirectives(kept(field.directives())));
                yield new SchemaType.InputType(header, fields);
            }
            case SchemaType.ObjectType object -> {
                Map<String, SchemaField> fields = new LinkedHashMap<>(object.fields());
                fields.replaceAll((name, field) -> field.withDirectives(kept(field.directives())));
                yield new SchemaType.ObjectType(shared(header), fields, object.interfaces());
            }
            case SchemaType.InterfaceType contract -> contract;
            case SchemaType.UnionType union -> union;
            case SchemaType.EnumType enumType -> new SchemaType.EnumType(header, enumType.values());
            case SchemaType.ScalarType _ -> new SchemaType.ScalarType(header);
        };
    }

    SchemaInputValue usable(SchemaInputValue field) {
        return field.withDirectives(kept(field.directives()));
    }

    SchemaField usable(SchemaField field) {
        return field.withDirectives(kept(field.directives()));
    }

    private static SchemaType.Header shared(SchemaType.Header header) {
        List<AppliedDirective> directives = new ArrayList<>(header.directives());
        directives.add(new AppliedDirective(
                Optional.of(FederationDirective.SHAREABLE), "shareable", Map.of(), 0, Origin.DEFINITION));
        return header.withDirectives(directives);
    }

    /** What a subgraph says of its elements, where it means something outside of that subgraph. */
    private static List<AppliedDirective> kept(List<AppliedDirective> directives) {
        Set<String> ofGraphql = Set.of("deprecated", "specifiedBy", "oneOf");
        return directives.stream()
                .filter(applied -> applied.federation().isPresent()
                        ? applied.federation().get().isMerged()
                        : ofGraphql.contains(applied.name()))
                .toList();
    }
}
