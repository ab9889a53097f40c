package io.weft.gateway.composition.graph;

import graphql.language.DirectiveDefinition;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.ExecutableDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What clients see of a merged schema: nothing {@code @inaccessible}, and none of federation's directives. */
final class ApiSchema {

    private final MergedSchema merged;
    private boolean whole = true;

    ApiSchema(MergedSchema merged) {
        this.merged = merged;
    }

    MergedSchema visible() {
        Map<String, SchemaType> types = each(merged.types(), this::visible);
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
        merged.directives().forEach((name, definition) -> {
            if (ExecutableDirective.isExecutable(definition)) {
                directives.put(name, definition);
            }
        });
        return new MergedSchema(types, directives);
    }

    /** Whether clients are to see all types, fields, arguments and values; asked after {@link #visible}. */
    boolean isWhole() {
        return whole;
    }

    private boolean isVisible(Element element) {
        boolean visible = !element.has(FederationDirective.INACCESSIBLE);
        whole &= visible;
        return visible;
    }

    /** Most elements have no directives: what is the same stays the same object, which costs nothing. */
    private <E extends Element> Map<String, E> each(Map<String, E> elements, UnaryOperator<E> visible) {
        Map<String, E> kept = new LinkedHashMap<>();
        boolean same = true;
        for (E element : elements.values()) {
            if (isVisible(element)) {
                E own = visible.apply(element);
                same &= own == element;
                kept.put(element.name(), own);
            } else {
                same = false;
            }
        }
        return same ? elements : kept;
    }

    private static List<AppliedDirective> visible(List<AppliedDirective> directives) {
        return directives.stream().allMatch(ApiSchema::isGraphqls)
                ? directives
                : directives.stream().filter(ApiSchema::isGraphqls).toList();
    }

    private static boolean isGraphqls(AppliedDirective directive) {
        return directive.federation().isEmpty() && BuiltInNames.DIRECTIVES.contains(directive.name());
    }

    private SchemaType visible(SchemaType type) {
        if (!type.hasDirectives() && isOfFieldsOnly(type)) {
            return type;
        }
        SchemaType.Header header =
                type.header().withDirectives(visible(type.header().directives()));
        return switch (type) {
            case SchemaType.ObjectType object ->
                new SchemaType.ObjectType(
                        header, each(object.fields(), this::visible), visibleTypes(object.interfaces()));
            case SchemaType.InterfaceType contract ->
                new SchemaType.InterfaceType(
                        header, each(contract.fields(), this::visible), visibleTypes(contract.interfaces()));
            case SchemaType.UnionType union -> new SchemaType.UnionType(header, visibleTypes(union.members()));
            case SchemaType.EnumType enumType ->
                new SchemaType.EnumType(header, each(enumType.values(), ApiSchema::visible));
            case SchemaType.ScalarType scalar -> new SchemaType.ScalarType(header);
            case SchemaType.InputType input ->
                new SchemaType.InputType(header, each(input.fields(), ApiSchema::visible));
        };
    }

    private static boolean isOfFieldsOnly(SchemaType type) {
        return switch (type) {
            case SchemaType.Composite composite -> composite.interfaces().isEmpty();
            case SchemaType.UnionType _ -> false;
            case SchemaType.InputType _, SchemaType.EnumType _, SchemaType.ScalarType _ -> true;
        };
    }

    private Set<String> visibleTypes(Set<String> names) {
        Set<String> visible = new LinkedHashSet<>();
        for (String name : names) {
            SchemaType type = merged.types().get(name);
            if (type != null && isVisible(type)) {
                visible.add(name);
            }
        }
        return visible;
    }

    private static SchemaEnumValue visible(SchemaEnumValue value) {
        List<AppliedDirective> directives = visible(value.directives());
        return directives == value.directives()
                ? value
                : new SchemaEnumValue(value.name(), value.description(), directives, value.line());
    }

    private SchemaField visible(SchemaField field) {
        Map<String, SchemaInputValue> arguments = each(field.arguments(), ApiSchema::visible);
        List<AppliedDirective> directives = visible(field.directives());
        return arguments == field.arguments() && directives == field.directives()
                ? field
                : new SchemaField(field.name(), field.description(), field.type(), arguments, directives, field.line());
    }

    private static SchemaInputValue visible(SchemaInputValue input) {
        List<AppliedDirective> directives = visible(input.directives());
        return directives == input.directives()
                ? input
                : new SchemaInputValue(
                        input.name(),
                        input.description(),
                        input.type(),
                        input.defaultValue(),
                        directives,
                        input.line());
    }
}
