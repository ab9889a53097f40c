package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.transform.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Takes directives off whatever carries them; the elements stay. */
final class RemoveDirectives {

    private final TransformDraft draft;

    RemoveDirectives(TransformDraft draft) {
        this.draft = draft;
    }

    void remove(List<Written> directives) {
        Set<String> names = directives.stream().map(Written::text).collect(Collectors.toSet());
        for (SchemaType type : List.copyOf(draft.types().values())) {
            SchemaType.Header header = type.header().withDirectives(left(type, names));
            draft.put(
                    switch (type) {
                        case SchemaType.Composite composite ->
                            composite.with(
                                    header,
                                    each(
                                            composite.fields(),
                                            (field, left) -> field.withDirectives(left)
                                                    .withArguments(each(
                                                            field.arguments(),
                                                            SchemaInputValue::withDirectives,
                                                            names)),
                                            names));
                        case SchemaType.InputType input ->
                            new SchemaType.InputType(
                                    header, each(input.fields(), SchemaInputValue::withDirectives, names));
                        case SchemaType.EnumType values ->
                            new SchemaType.EnumType(
                                    header, each(values.values(), SchemaEnumValue::withDirectives, names));
                        case SchemaType.UnionType union -> new SchemaType.UnionType(header, union.members());
                        case SchemaType.ScalarType scalar -> new SchemaType.ScalarType(header);
                    });
        }
    }

    private static <E extends Element> Map<String, E> each(
            Map<String, E> elements, BiFunction<E, List<AppliedDirective>, E> with, Set<String> names) {
        Map<String, E> changed = new LinkedHashMap<>();
        elements.forEach((name, element) -> changed.put(name, with.apply(element, left(element, names))));
        return changed;
    }

    private static List<AppliedDirective> left(Element element, Set<String> names) {
        return element.directives().stream()
                .filter(directive -> !names.contains(directive.name()))
                .toList();
    }
}
