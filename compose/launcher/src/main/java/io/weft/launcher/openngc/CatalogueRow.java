package io.weft.launcher.openngc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One row of the table, by column name; an empty column is absent. */
record CatalogueRow(int line, Map<String, Integer> columns, List<String> fields) {

    static Map<String, Integer> columns(String header) {
        Map<String, Integer> columns = new HashMap<>();
        List<String> names = Csv.fields(header);
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
        for (String needed :
                List.of("Name", "Type", "RA", "Dec", "Const", "MajAx", "B-Mag", "Redshift", "Identifiers")) {
            if (!columns.containsKey(needed)) {
                throw new CatalogueProblem(
                        "line 1: this is not OpenNGC's NGC.csv: the header has no column \"" + needed + "\"");
            }
        }
        return Map.copyOf(columns);
    }

    static CatalogueRow of(int line, Map<String, Integer> columns, String text) {
        List<String> fields = Csv.fields(text);
        if (fields.size() != columns.size()) {
            throw new CatalogueProblem(
                    "line " + line + " has " + fields.size() + " columns, the header " + columns.size());
        }
        return new CatalogueRow(line, columns, fields);
    }

    Optional<String> text(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new CatalogueProblem("line 1: the header has no column \"" + column + "\"");
        }
        String value = fields.get(index).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    String required(String column) {
        return text(column).orElseThrow(() -> new CatalogueProblem("line " + line + ": " + column + " is empty"));
    }

    OptionalDouble number(String column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(text.get()));
        } catch (NumberFormatException e) {
            throw new CatalogueProblem("line " + line + ": " + column + " is no number: \"" + text.get() + "\"");
        }
    }

    /** Degrees from {@code h:m:s} (15 per hour) or {@code d:m:s}. */
    OptionalDouble sexagesimal(String column, double degreesPerUnit) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        String[] parts = text.get().split(":");
        try {
            if (parts.length == 3) {
                double size = Math.abs(Double.parseDouble(parts[0]))
                        + Double.parseDouble(parts[1]) / 60
                        + Double.parseDouble(parts[2]) / 3600;
                // "-00:24:54" is south of the equator although its degrees are zero.
                return OptionalDouble.of((parts[0].startsWith("-") ? -size : size) * degreesPerUnit);
            }
        } catch (NumberFormatException e) {
            // Said below, as for a wrong number of parts.
        }
        throw new CatalogueProblem(
                "line " + line + ": " + column + " is no angle like 00:42:44.3: \"" + text.get() + "\"");
    }
}
