package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.EntryKeys;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.supergraph.KeyTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key of an entry point as the type of its argument takes it: all of it as a scalar of the service's own, the
 * fields that an input object has of it, or its only field as a plain scalar.
 */
final class WholeKey {

    private final Map<String, SchemaType> types;
    private final EntryKeys keys;

    WholeKey(Map<String, SchemaType> types, EntryKeys keys) {
        this.types = types;
        this.keys = keys;
    }

    /** Empty where the type takes nothing that the key has. */
    Optional<KeyTemplate> as(String typeName) {
        return switch (types.get(typeName)) {
            case SchemaType.InputType input -> object(input, keys.all(), List.of());
            case SchemaType.ScalarType scalar -> Optional.of(new KeyTemplate.FromKey(List.of()));
            case null, default -> onlyField();
        };
    }

    private Optional<KeyTemplate> onlyField() {
        return keys.declared()
                .map(set -> set.selections().selections())
                .filter(selections -> selections.size() == 1)
                .map(List::getFirst)
                .filter(FieldSelection.class::isInstance)
                .map(FieldSelection.class::cast)
                .filter(field -> field.selections().isEmpty())
                .map(field -> new KeyTemplate.FromKey(List.of(field.name())));
    }

    private Optional<KeyTemplate> object(SchemaType.InputType input, SelectionSet selections, List<String> above) {
        Map<String, KeyTemplate> fields = new LinkedHashMap<>();
        for (SchemaInputValue field : input.fields().values()) {
            List<String> path = new ArrayList<>(above);
            path.add(field.name());
            if (field.name().equals(FieldSelection.TYPENAME)) {
                fields.put(field.name(), new KeyTemplate.FromKey(path));
                continue;
            }
            SelectionSet below = below(selections, field.name());
            boolean isSelected = !below.isEmpty() || EntryKeys.has(selections, List.of(field.name()));
            if (isSelected && types.get(field.type().typeName()) instanceof SchemaType.InputType deeper) {
                object(deeper, below, path).ifPresent(template -> fields.put(field.name(), template));
            } else if (isSelected) {
                fields.put(field.name(), new KeyTemplate.FromKey(path));
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new KeyTemplate.ObjectOf(fields));
    }

    private static SelectionSet below(SelectionSet selections, String name) {
        List<Selection> below = new ArrayList<>();
        for (Selection selection : selections.selections()) {
            if (selection instanceof FieldSelection field && field.name().equals(name)) {
                below.addAll(field.selections().selections());
            }
        }
        return new SelectionSet(below);
    }
}
