package io.weft.features;

import io.weft.contracts.RootFields;
import io.weft.features.HookColumn.JsonType;
import io.weft.postgres.problem.Refusal;
import java.util.HashSet;
import java.util.Set;

/** What a hook must be before it becomes a table. */
final class CheckHook {

    private static final int MOST_COLUMNS = 500;
    private static final int MOST_DIMENSIONS = 16_000;
    private static final Set<String> FORMATS = Set.of("date-time", "date", "uuid");
    private static final Set<String> RESERVED = Set.of(
            "id", "run", "run_id", "record", "record_number", "record_srn", "record_readable_from", "record_owner");
    private static final Set<String> TAKEN = Set.of("hooks", "runs", "flyway_schema_history");

    private CheckHook() {}

    /** @throws Refusal that says what is wrong and where */
    static void check(HookDefinition hook) {
        if (!hook.name().matches("[a-z][a-z0-9_]{0,39}")) {
            throw Refusal.input("name: \"" + hook.name()
                    + "\" is no hook name: 1 to 40 of a-z, 0-9 and _, beginning with a letter");
        }
        if (TAKEN.contains(hook.name())) {
            throw Refusal.input("name: \"" + hook.name() + "\" is a table of the service itself: choose another name");
        }
        if (RootFields.OF_THE_ARCHIVE.contains(hook.fieldName())) {
            throw Refusal.input("name: \"" + hook.name() + "\" would be Query." + hook.fieldName()
                    + " in the graph, which the archive itself has: choose another name");
        }
        if (hook.columns().isEmpty() || hook.columns().size() > MOST_COLUMNS) {
            throw Refusal.input("columns: a hook has 1 to " + MOST_COLUMNS + " columns, not "
                    + hook.columns().size());
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < hook.columns().size(); i++) {
            HookColumn column = hook.columns().get(i);
            check(column, "columns[" + i + "]");
            if (!names.add(column.name())) {
                throw Refusal.input("columns[" + i + "].name: there are two columns \"" + column.name() + "\"");
            }
        }
    }

    private static void check(HookColumn column, String place) {
        if (!column.name().matches("[a-z][a-z0-9_]{0,62}")) {
            throw Refusal.input(place + ".name: \"" + column.name()
                    + "\" is no column name: 1 to 63 of a-z, 0-9 and _, beginning with a letter");
        }
        if (RESERVED.contains(column.name())) {
            throw Refusal.input(place + ".name: \"" + column.name() + "\" is what every feature table has already");
        }
        checkFormat(column, place);
        Integer dimension = column.dimension();
        if (dimension != null && (dimension < 1 || dimension > MOST_DIMENSIONS)) {
            throw Refusal.input(
                    place + ".dimension: a vector has 1 to " + MOST_DIMENSIONS + " numbers, not " + dimension);
        }
        if (dimension != null && column.jsonType() != JsonType.ARRAY) {
            throw Refusal.input(place + ".dimension: only an array has one");
        }
        Integer maxLength = column.maxLength();
        if (maxLength != null && (column.jsonType() != JsonType.STRING || column.format() != null)) {
            throw Refusal.input(place + ".maxLength: only a string without a format has one");
        }
        if (maxLength != null && maxLength < 1) {
            throw Refusal.input(place + ".maxLength: no value could be right");
        }
        if (dimension == null && "vector".equals(column.format())) {
            throw Refusal.input(place + ".dimension: a vector needs one");
        }
    }

    private static void checkFormat(HookColumn column, String place) {
        String format = column.format();
        boolean known = format == null
                || column.jsonType() == JsonType.STRING && FORMATS.contains(format)
                || column.jsonType() == JsonType.ARRAY && format.equals("vector");
        if (!known) {
            throw Refusal.input(place + ".format: \"" + format
                    + "\" means nothing here. A string may be date-time, date or uuid, an array may be vector");
        }
    }
}
