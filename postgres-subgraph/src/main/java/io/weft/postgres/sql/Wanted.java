package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What may be selected of a selector's answer. */
public enum Wanted {
    KEYS,
    COMPLETE,
    COUNT,
    ESTIMATE,
    ENTRIES,

    /** Of each entry. */
    CURSORS,

    /** Of the last entry. */
    END_CURSOR,

    /** The entities of the page; in the order of the entries. */
    NODES,

    /** In the order of their keys, because no entries are told. */
    NODES_BY_KEY;

    /** By the fields that are selected; of others nothing is wanted here. */
    public static Set<Wanted> of(List<SelectedField> fields) {
        Set<Wanted> wanted = EnumSet.noneOf(Wanted.class);
        for (SelectedField field : fields) {
            switch (field.getName()) {
                case "keys" -> wanted.add(KEYS);
                case "complete" -> wanted.add(COMPLETE);
                case "count" -> wanted.add(COUNT);
                case "estimate" -> wanted.add(ESTIMATE);
                case "nodes" -> wanted.add(NODES);
                case "endCursor" -> wanted.addAll(EnumSet.of(ENTRIES, END_CURSOR));
                case "entries" -> {
                    wanted.add(ENTRIES);
                    if (field.getSelectionSet().contains("cursor")) {
                        wanted.add(CURSORS);
                    }
                }
                default -> {}
            }
        }
        if (wanted.contains(NODES)
                && fields.stream().noneMatch(field -> field.getName().equals("entries"))) {
            wanted.add(NODES_BY_KEY);
        }
        return wanted;
    }

    boolean isPage() {
        return this == KEYS || this == COMPLETE || this == ENTRIES || this == NODES;
    }
}
