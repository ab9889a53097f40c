package io.weft.postgres.schema;

import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.catalog.TableRight;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What clients may do with a table: by its comment ({@code @omit}, {@code @writable}), by the configuration where that says something,
 * and never more than the service's role may.
 */
final class TableAccess {

    private final Table table;
    private final List<PublicationSettings.Rule> rules;

    TableAccess(Table table, PublicationSettings settings) {
        this.table = table;
        this.rules = settings.rules(table.name());
    }

    boolean isPublished() {
        return rules.stream()
                .flatMap(rule -> Optional.ofNullable(rule.published()).stream())
                .reduce((_, later) -> later)
                .orElseGet(() -> !table.tags().all("omit").contains(""));
    }

    /** What clients may do with the rows. @param notes takes what cannot be as it was asked */
    Set<Operation> operations(List<String> notes) {
        Set<Operation> asked = rules.stream()
                .flatMap(rule -> Optional.ofNullable(rule.operations()).stream())
                .reduce((_, later) -> later)
                .map(named -> named.isEmpty() ? EnumSet.noneOf(Operation.class) : EnumSet.copyOf(named))
                .orElseGet(() -> byComment(notes));
        EnumSet<Operation> allowed = EnumSet.noneOf(Operation.class);
        EnumSet<Operation> refused = EnumSet.noneOf(Operation.class);
        asked.forEach(operation -> (table.rights().containsAll(needs(operation)) ? allowed : refused).add(operation));
        if (!refused.isEmpty()) {
            notes.add(
                    "of table " + table.name() + " these are not published: " + Operation.words(refused)
                            + ". The service's role may not do them, or the table cannot. Grant it what is missing, or do not name them");
        }
        return allowed;
    }

    private EnumSet<Operation> byComment(List<String> notes) {
        EnumSet<Operation> operations = EnumSet.copyOf(Operation.READING);
        table.tags().all("omit").forEach(words -> operations.removeAll(named("omit", words, notes)));
        table.tags().all("writable").forEach(words -> {
            if (words.isBlank()) {
                Operation.WRITING.stream()
                        .filter(operation -> table.rights().containsAll(needs(operation)))
                        .forEach(operations::add);
            } else {
                operations.addAll(named("writable", words, notes));
            }
        });
        return operations;
    }

    private EnumSet<Operation> named(String tag, String words, List<String> notes) {
        Set<Operation> fitting = tag.equals("omit") ? Operation.READING : Operation.WRITING;
        EnumSet<Operation> operations = EnumSet.noneOf(Operation.class);
        Arrays.stream(words.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .forEach(word -> Operation.of(word)
                        .filter(fitting::contains)
                        .ifPresentOrElse(
                                operations::add,
                                () -> notes.add(
                                        "the comment of table " + table.name() + " has the tag \"@" + tag + " " + words
                                                + "\", but there is no \"" + word + "\" to name there: only "
                                                + Operation.words(fitting))));
        return operations;
    }

    private static Set<TableRight> needs(Operation operation) {
        return switch (operation) {
            case LIST, LOOKUP, AGGREGATE -> Set.of();
            case INSERT -> Set.of(TableRight.INSERT);
            case UPSERT -> Set.of(TableRight.INSERT, TableRight.UPDATE);
            case UPDATE, UPDATE_MANY -> Set.of(TableRight.UPDATE);
            case DELETE, DELETE_MANY -> Set.of(TableRight.DELETE);
        };
    }

    boolean isOmitted(Column column) {
        return column.tags().all("omit").contains("")
                || rules.stream().anyMatch(rule -> rule.omit().contains(column.name()));
    }

    Set<Use> uses(Column column) {
        Set<Use> uses = EnumSet.allOf(Use.class);
        column.tags().all("omit").forEach(what -> {
            if (what.contains("filter")) {
                uses.remove(Use.FILTER);
            }
            if (what.contains("order")) {
                uses.remove(Use.SORT);
            }
            if (what.contains("insert")) {
                uses.remove(Use.INSERT);
            }
            if (what.contains("update")) {
                uses.remove(Use.UPDATE);
            }
        });
        for (PublicationSettings.Rule rule : rules) {
            if (rule.readOnly().contains(column.name())) {
                uses.removeAll(EnumSet.of(Use.INSERT, Use.UPDATE));
            }
            if (rule.unfiltered().contains(column.name())) {
                uses.removeAll(EnumSet.of(Use.FILTER, Use.SORT));
            }
        }
        return uses;
    }
}
