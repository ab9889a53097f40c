package io.weft.gateway.execution;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The shape of an answer that has the data tree's keys and types. */
record ShapeOfSelections(SelectionSet selections) implements AskedFetch.Answers {

    @Override
    public Shape below(Layout layout) {
        return shape(List.of(selections), layout);
    }

    @Override
    public AskedFetch.Top atTop(Layout envelope, Layout layout) {
        return new AskedFetch.Top(
                fields(List.of(selections), layout).stream()
                        .map(field -> new Shape.Field(field.key(), envelope.slot(field.key()), field.child()))
                        .toList(),
                List.of());
    }

    private static Shape shape(List<SelectionSet> selections, Layout layout) {
        return new Shape(layout, fields(selections, layout));
    }

    private static List<Shape.Field> fields(List<SelectionSet> selections, Layout layout) {
        List<Shape.Field> fields = new ArrayList<>();
        merged(selections).forEach((key, below) -> {
            int slot = layout.slot(key);
            fields.add(new Shape.Field(
                    key, slot, below.isEmpty() ? null : shape(below, Objects.requireNonNull(layout.child(slot), key))));
        });
        return fields;
    }

    /** What is selected below each response key, over all types. */
    static Map<String, List<SelectionSet>> merged(List<SelectionSet> selections) {
        Map<String, List<SelectionSet>> byKey = new LinkedHashMap<>();
        selections.forEach(set -> collect(set, byKey));
        return byKey;
    }

    private static void collect(SelectionSet set, Map<String, List<SelectionSet>> byKey) {
        for (Selection selection : set.selections()) {
            switch (selection) {
                case FieldSelection field -> {
                    List<SelectionSet> below = byKey.computeIfAbsent(field.responseKey(), key -> new ArrayList<>());
                    if (!field.selections().isEmpty()) {
                        below.add(field.selections());
                    }
                }
                case InlineFragment fragment -> collect(fragment.selections(), byKey);
            }
        }
    }
}
