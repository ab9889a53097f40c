package io.weft.gateway.composition.validation;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry point may make its arguments of.
 *
 * @param declared the selection set that is the key; empty where the arguments tell it
 * @param computed what fields of the type are computed of: there when such a field is asked for
 */
public record EntryKeys(Optional<FieldSet> declared, List<FieldSet> computed) {

    public EntryKeys {
        computed = List.copyOf(computed);
    }

    /** All that may be known of an object. */
    public SelectionSet all() {
        List<Selection> all = new ArrayList<>();
        declared.ifPresent(set -> all.addAll(set.selections().selections()));
        computed.forEach(set -> all.addAll(set.selections().selections()));
        return new SelectionSet(all);
    }

    public boolean isDeclared(List<String> path) {
        return declared.isPresent() && has(declared.get().selections(), path);
    }

    public boolean isComputed(List<String> path) {
        return computed.stream().anyMatch(set -> has(set.selections(), path));
    }

    /** As much of the declared key as these paths need, or a key made of them; empty where they need nothing. */
    public SelectionSet needed(Set<List<String>> paths) {
        return declared.map(set -> keep(set.selections(), paths, List.of()))
                .orElseGet(() -> of(paths.stream()
                        .filter(path -> !isComputed(path) && !path.getLast().equals(FieldSelection.TYPENAME))
                        .toList()));
    }

    public static boolean has(SelectionSet selections, List<String> path) {
        if (path.isEmpty() || (path.size() == 1 && path.getFirst().equals(FieldSelection.TYPENAME))) {
            return true;
        }
        return selections.selections().stream().anyMatch(selection -> switch (selection) {
            case FieldSelection field ->
                field.name().equals(path.getFirst()) && has(field.selections(), path.subList(1, path.size()));
            case InlineFragment fragment -> has(fragment.selections(), path);
        });
    }

    /** Of the selections, those on the way to one of the paths or below one. */
    public static SelectionSet keep(SelectionSet selections, Set<List<String>> paths, List<String> above) {
        List<Selection> kept = new ArrayList<>();
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case InlineFragment fragment -> {
                    SelectionSet below = keep(fragment.selections(), paths, above);
                    if (!below.isEmpty()) {
                        kept.add(new InlineFragment(fragment.typeCondition(), fragment.conditions(), below));
                    }
                }
                case FieldSelection field -> {
                    List<String> path = new ArrayList<>(above);
                    path.add(field.name());
                    if (paths.stream().anyMatch(used -> isAtOrAbove(used, path))) {
                        kept.add(field);
                    } else if (paths.stream().anyMatch(used -> isAtOrAbove(path, used))) {
                        kept.add(field.withSelections(keep(field.selections(), paths, path)));
                    }
                }
            }
        }
        return new SelectionSet(kept);
    }

    public static boolean isAtOrAbove(List<String> path, List<String> below) {
        return path.size() <= below.size() && below.subList(0, path.size()).equals(path);
    }

    private static SelectionSet of(List<List<String>> paths) {
        Map<String, List<List<String>>> byFirst = new LinkedHashMap<>();
        for (List<String> path : paths) {
            if (!path.isEmpty()) {
                byFirst.computeIfAbsent(path.getFirst(), key -> new ArrayList<>())
                        .add(path.subList(1, path.size()));
            }
        }
        List<Selection> selections = new ArrayList<>();
        byFirst.forEach(
                (name, below) -> selections.add(FieldSelection.leaf(name).withSelections(of(below))));
        return new SelectionSet(selections);
    }
}
