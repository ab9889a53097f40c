package io.weft.gateway.execution;

import static io.weft.gateway.document.FieldSelection.TYPENAME;

import graphql.language.ArrayValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.parser.Parser;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.execution.data.DataNode;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ListNode;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.operation.JsonOfLiteral;
import io.weft.gateway.planning.plan.Representation;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.LocalValue;
import io.weft.gateway.supergraph.Subgraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what the gateway answers itself ready to be filled in. */
final class CompileLocal {

    private final Subgraph subgraph;
    private final Layout root;
    private final List<LocalFetch.Filling> fillings = new ArrayList<>();

    /** @param root the layout of the data tree's root */
    CompileLocal(Subgraph subgraph, Layout root) {
        this.subgraph = subgraph;
        this.root = root;
    }

    LocalFetch compile(List<CompiledCall> calls) {
        for (CompiledCall call : calls) {
            switch (call) {
                case CompiledCall.Root asked ->
                    fields(
                            call,
                            asked.targets(),
                            asked.targets().isEmpty()
                                    ? root
                                    : asked.targets().getFirst().layout(),
                            "Query",
                            Set.of(),
                            List.of(),
                            asked.call().selections());
                case CompiledCall.Keyed keyed -> {
                    for (Representation representation : keyed.call().representations()) {
                        String type = typeOf(representation, keyed);
                        fields(
                                call,
                                keyed.targets(),
                                keyed.targets().getFirst().layout(),
                                type,
                                representation.appliesTo(),
                                representation.fields(),
                                on(type, keyed.call().selections()));
                    }
                }
            }
        }
        return new LocalFetch(fillings);
    }

    private static String typeOf(Representation representation, CompiledCall.Keyed call) {
        return switch (representation.typename()) {
            case Representation.Typename.Fixed(String name) -> name;
            case Representation.Typename.OfObject() ->
                representation.appliesTo().stream()
                        .findFirst()
                        .orElse(call.call().lookup().type());
        };
    }

    /** What is selected on objects of the type. */
    private static SelectionSet on(String type, SelectionSet selections) {
        List<Selection> found = new ArrayList<>();
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case FieldSelection field -> found.add(field);
                case InlineFragment(Optional<String> condition, var conditions, SelectionSet below) -> {
                    if (condition.isEmpty() || condition.get().equals(type)) {
                        found.addAll(on(type, below).selections());
                    }
                }
            }
        }
        return new SelectionSet(found);
    }

    private void fields(
            CompiledCall call,
            List<TargetPath> targets,
            Layout layout,
            String type,
            Set<String> types,
            List<RepresentationField> known,
            SelectionSet selections) {
        Map<String, List<FieldSelection>> byKey = new LinkedHashMap<>();
        for (Selection selection : on(type, selections).selections()) {
            if (selection instanceof FieldSelection field) {
                byKey.computeIfAbsent(field.responseKey(), key -> new ArrayList<>())
                        .add(field);
            }
        }
        byKey.forEach((key, asked) -> {
            String name = asked.getFirst().name();
            int slot = layout.slot(key);
            LocalNode value = name.equals(TYPENAME)
                    ? new LocalNode.Constant(Leaf.of('"' + type + '"'))
                    : value(type, name, below(asked), layout, layout.child(slot), known);
            fillings.add(new LocalFetch.Filling(call, targets, new Names(types), type + "." + name, slot, value));
        });
    }

    private static SelectionSet below(List<FieldSelection> asked) {
        return new SelectionSet(asked.stream()
                .flatMap(field -> field.selections().selections().stream())
                .toList());
    }

    private LocalNode value(
            String type,
            String field,
            SelectionSet below,
            Layout layout,
            @Nullable Layout child,
            List<RepresentationField> known) {
        LocalValue value = Objects.requireNonNull(
                subgraph.local().getOrDefault(type, Map.of()).get(field), field);
        return switch (value) {
            case LocalValue.Constant(String literal) ->
                new LocalNode.Constant(constant(Parser.parseValue(literal), typeOf(type, field), below, child));
            case LocalValue.Link(TypeReference found, KeyTemplate.ObjectOf key) -> {
                LocalNode.Linked linked = linked(key, found.typeName(), below, layout, child, known);
                yield isList(found) ? new LocalNode.Each(linked) : linked;
            }
        };
    }

    private TypeReference typeOf(String type, String field) {
        return subgraph.field(type, field).orElseThrow().type();
    }

    private static boolean isList(TypeReference type) {
        return switch (type) {
            case TypeReference.NonNull(TypeReference nullable) -> isList(nullable);
            case TypeReference.ListOf list -> true;
            case TypeReference.Named named -> false;
        };
    }

    private DataNode constant(Value<?> value, TypeReference type, SelectionSet selections, @Nullable Layout layout) {
        return switch (value) {
            case NullValue nothing -> DataNode.Null.NULL;
            case ArrayValue list
            when layout != null ->
                ListNode.of(list.getValues().stream()
                        .map(element -> constant(element, type, selections, layout))
                        .toList());
            case ObjectValue object when layout != null -> object(object, type.typeName(), selections, layout);
            default -> new JsonOutput().value(JsonOfLiteral.of(value)).toLeaf();
        };
    }

    private ObjectNode object(ObjectValue object, String type, SelectionSet selections, Layout layout) {
        Map<String, Value<?>> values = new HashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            values.put(field.getName(), field.getValue());
        }
        ObjectNode made = new ObjectNode(layout);
        for (Selection selection : on(type, selections).selections()) {
            if (selection instanceof FieldSelection field) {
                int slot = layout.slot(field.responseKey());
                made.merge(
                        slot,
                        field.name().equals(TYPENAME)
                                ? Leaf.of('"' + type + '"')
                                : constant(
                                        values.getOrDefault(field.name(), NullValue.of()),
                                        typeOf(type, field.name()),
                                        field.selections(),
                                        layout.child(slot)));
            }
        }
        return made;
    }

    private LocalNode.Linked linked(
            KeyTemplate.ObjectOf key,
            String type,
            SelectionSet selections,
            Layout layout,
            @Nullable Layout child,
            List<RepresentationField> known) {
        Layout own = Objects.requireNonNull(child, "an object is asked for by its fields");
        Map<String, List<FieldSelection>> asked = new LinkedHashMap<>();
        List<LocalNode.Field> others = new ArrayList<>();
        for (Selection selection : on(type, selections).selections()) {
            if (selection instanceof FieldSelection field && field.name().equals(TYPENAME)) {
                others.add(new LocalNode.Field(
                        own.slot(field.responseKey()), new LocalNode.Constant(Leaf.of('"' + type + '"'))));
            } else if (selection instanceof FieldSelection field && key.fields().containsKey(field.name())) {
                asked.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field);
            } else if (selection instanceof FieldSelection field) {
                int slot = own.slot(field.responseKey());
                others.add(new LocalNode.Field(
                        slot, value(type, field.name(), field.selections(), own, own.child(slot), List.of())));
            }
        }
        List<LocalNode.Field> parts = new ArrayList<>();
        key.fields().forEach((name, template) -> {
            List<FieldSelection> fields = asked.getOrDefault(name, List.of());
            int slot = fields.isEmpty() ? -1 : own.slot(fields.getFirst().responseKey());
            parts.add(new LocalNode.Field(
                    slot, part(template, type, name, below(fields), layout, slot < 0 ? null : own.child(slot), known)));
        });
        return new LocalNode.Linked(own, parts, others);
    }

    private LocalNode part(
            KeyTemplate template,
            String type,
            String field,
            SelectionSet below,
            Layout layout,
            @Nullable Layout child,
            List<RepresentationField> known) {
        TypeReference taken = typeOf(type, field);
        return switch (template) {
            case KeyTemplate.Constant(String literal) ->
                new LocalNode.Constant(constant(Parser.parseValue(literal), taken, below, child));
            case KeyTemplate.FromKey(List<String> path) ->
                new LocalNode.Part(way(path, known, layout), FitLeaf.to(taken.typeName()));
            case KeyTemplate.ObjectOf deeper ->
                linked(deeper, taken.typeName(), below, layout, child == null ? EMPTY : child, known);
            case KeyTemplate.ListOf list -> throw new IllegalArgumentException("a list in a key: " + list.print());
            case KeyTemplate.ForEachKey each -> throw new IllegalArgumentException("many keys: " + each.print());
        };
    }

    private static final Layout EMPTY = new Layout.Builder().build(Set.of());

    private static int[] way(List<String> path, List<RepresentationField> known, Layout layout) {
        int[] way = new int[path.size()];
        List<RepresentationField> fields = known;
        Layout here = layout;
        for (int i = 0; i < way.length; i++) {
            String name = path.get(i);
            RepresentationField field = fields.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("$key." + String.join(".", path) + " is not known"));
            way[i] = here.slot(field.dataKey());
            fields = field.children();
            if (i < way.length - 1) {
                here = Objects.requireNonNull(here.child(way[i]), () -> "no objects at " + path);
            }
        }
        return way;
    }
}
