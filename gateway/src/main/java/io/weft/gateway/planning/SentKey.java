package io.weft.gateway.planning;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What of an object a lookup tells its subgraph. */
final class SentKey {
    private SentKey() {}

    /** Whether all that is selected is sent: of several ways into a subgraph, only some may take what a field requires. */
    static boolean carries(Lookup lookup, SelectionSet selections) {
        return switch (lookup) {
            case Lookup.Entities ignored -> true;
            case Lookup.RootField root -> {
                List<List<String>> sent = new ArrayList<>();
                root.arguments().values().forEach(template -> collect(template, sent));
                yield carries(sent, List.of(), selections);
            }
        };
    }

    private static boolean carries(List<List<String>> sent, List<String> above, SelectionSet selections) {
        return selections.selections().stream().allMatch((Selection selection) -> switch (selection) {
            case FieldSelection field -> {
                List<String> path = new ArrayList<>(above);
                path.add(field.name());
                yield field.selections().isEmpty()
                        ? field.name().equals(FieldSelection.TYPENAME) || isSent(sent, path)
                        : carries(sent, path, field.selections());
            }
            case InlineFragment fragment -> carries(sent, above, fragment.selections());
        });
    }

    /** An object that is sent is sent as a whole. */
    private static boolean isSent(List<List<String>> sent, List<String> path) {
        return sent.stream()
                .anyMatch(each -> each.size() <= path.size()
                        && path.subList(0, each.size()).equals(each));
    }

    private static void collect(KeyTemplate template, Collection<List<String>> into) {
        switch (template) {
            case KeyTemplate.FromKey(List<String> path) -> into.add(path);
            case KeyTemplate.Constant ignored -> {}
            case KeyTemplate.ObjectOf(var fields) -> fields.values().forEach(field -> collect(field, into));
            case KeyTemplate.ListOf(var elements) -> elements.forEach(element -> collect(element, into));
            case KeyTemplate.ForEachKey(KeyTemplate element) -> collect(element, into);
        }
    }
}
