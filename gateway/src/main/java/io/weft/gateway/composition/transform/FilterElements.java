package io.weft.gateway.composition.transform;

import graphql.language.AstPrinter;
import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.transform.ElementKind;
import io.weft.gateway.transform.NamePattern;
import io.weft.gateway.transform.Transform;
import io.weft.gateway.transform.Transform.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the elements that a filter leaves out: by patterns, or by a directive they carry. */
final class FilterElements {

    private final TransformDraft draft;

    FilterElements(TransformDraft draft) {
        this.draft = draft;
    }

    void filter(Transform.Filter filter) {
        List<NamePattern> include = NamePattern.of(filter.include());
        List<NamePattern> exclude = NamePattern.of(filter.exclude());
        List<String[]> elements = elements(filter.kind());
        checkMatches(filter.kind(), include, elements);
        checkMatches(filter.kind(), exclude, elements);
        LeaveOut nothing = LeaveOut.nothing(draft, filter.at());
        LeaveOut leaveOut = switch (filter.kind()) {
            case TYPE -> nothing.types(name -> isGone(include, exclude, name));
            case FIELD -> nothing.fields(at -> isGone(include, exclude, at.type(), at.field()));
            case ROOT_FIELD ->
                nothing.fields(at ->
                        TransformDraft.ROOTS.contains(at.type()) && isGone(include, exclude, at.type(), at.field()));
            case ARGUMENT ->
                nothing.arguments(at ->
                        isGone(include, exclude, at.field().type(), at.field().field(), at.argument()));
            case INPUT_FIELD -> nothing.inputFields(at -> isGone(include, exclude, at.type(), at.field()));
            case ENUM_VALUE -> nothing.enumValues(at -> isGone(include, exclude, at.type(), at.field()));
        };
        if (!draft.hasFailed()) {
            leaveOut.apply();
        }
    }

    private static boolean isGone(List<NamePattern> include, List<NamePattern> exclude, String... coordinate) {
        if (exclude.stream().anyMatch(pattern -> pattern.matches(coordinate))) {
            return true;
        }
        if (coordinate.length == 1) {
            return !include.isEmpty()
                    && !TransformDraft.ROOTS.contains(coordinate[0])
                    && include.stream().noneMatch(pattern -> pattern.matches(coordinate));
        }
        String[] holder = Arrays.copyOf(coordinate, coordinate.length - 1);
        return include.stream().anyMatch(pattern -> pattern.concerns(holder))
                && include.stream().noneMatch(pattern -> pattern.matches(coordinate));
    }

    private void checkMatches(ElementKind kind, List<NamePattern> patterns, List<String[]> elements) {
        for (NamePattern pattern : patterns) {
            if (elements.stream().noneMatch(pattern::matches)) {
                draft.problem(
                        pattern.written(),
                        kind.title(),
                        pattern.written().text(),
                        elements.stream()
                                .map(element -> String.join(".", element))
                                .toList());
            }
        }
    }

    private List<String[]> elements(ElementKind kind) {
        List<String[]> found = new ArrayList<>();
        draft.types().forEach((name, type) -> {
            switch (kind) {
                case TYPE -> found.add(new String[] {name});
                case FIELD, ROOT_FIELD -> {
                    if (type instanceof SchemaType.Composite composite
                            && (kind == ElementKind.FIELD || TransformDraft.ROOTS.contains(name))) {
                        composite.fields().keySet().forEach(field -> found.add(new String[] {name, field}));
                    }
                }
                case ARGUMENT -> {
                    if (type instanceof SchemaType.Composite composite) {
                        composite
                                .fields()
                                .forEach((field, definition) -> definition
                                        .arguments()
                                        .keySet()
                                        .forEach(argument -> found.add(new String[] {name, field, argument})));
                    }
                }
                case INPUT_FIELD -> {
                    if (type instanceof SchemaType.InputType input) {
                        input.fields().keySet().forEach(field -> found.add(new String[] {name, field}));
                    }
                }
                case ENUM_VALUE -> {
                    if (type instanceof SchemaType.EnumType values) {
                        values.values().keySet().forEach(value -> found.add(new String[] {name, value}));
                    }
                }
            }
        });
        return found;
    }

    void removeMarked(Transform.RemoveMarked marked) {
        LeaveOut.nothing(draft, marked.at())
                .fields(at -> draft.types().get(at.type()) instanceof SchemaType.Composite type
                        && isMarked(marked, type.fields().get(at.field())))
                .arguments(at -> draft.types().get(at.field().type()) instanceof SchemaType.Composite type
                        && type.fields().get(at.field().field()) instanceof SchemaField field
                        && isMarked(marked, field.arguments().get(at.argument())))
                .inputFields(at -> draft.types().get(at.type()) instanceof SchemaType.InputType type
                        && isMarked(marked, type.fields().get(at.field())))
                .enumValues(at -> draft.types().get(at.type()) instanceof SchemaType.EnumType type
                        && isMarked(marked, type.values().get(at.field())))
                .types(name -> draft.types().get(name) instanceof SchemaType type && isMarked(marked, type))
                .apply();
    }

    private static boolean isMarked(Transform.RemoveMarked marked, @Nullable Element element) {
        return element != null
                && element.directives().stream()
                        .anyMatch(directive ->
                                directive.name().equals(marked.directive().text())
                                        && hasArgument(directive, marked.argument()));
    }

    private static boolean hasArgument(AppliedDirective directive, Optional<Given> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        Value<?> value = directive.arguments().get(wanted.get().argument().text());
        String text = String.valueOf(wanted.get().value());
        return value != null
                && (value instanceof StringValue string
                        ? text.equals(string.getValue())
                        : text.equals(AstPrinter.printAstCompact(value)));
    }
}
