package io.weft.metadata;

import io.weft.postgres.ddl.WriteTable;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same major version again: every old field as it was, new ones optional. */
final class WidenTable {

    private WidenTable() {}

    static List<String> statements(SchemaDefinition newest, SchemaDefinition schema, WriteTable table) {
        if (schema.version().compareTo(newest.version()) < 0) {
            throw refuse(
                    schema,
                    "version: " + newest.version() + " is registered already, " + schema.version()
                            + " would come before it");
        }
        for (FieldDefinition old : newest.fields()) {
            Optional<FieldDefinition> now = find(schema, old.name());
            if (now.isEmpty()) {
                throw refuse(schema, "fields: \"" + old.name() + "\" of " + newest.version() + " is missing");
            }
            if (!now.get().withoutWords().equals(old.withoutWords())) {
                throw refuse(
                        schema,
                        "fields." + old.name() + ": differs from " + newest.version()
                                + " in type, cardinality, unit or constraints");
            }
        }
        List<String> statements = new ArrayList<>();
        for (FieldDefinition field : schema.fields()) {
            if (find(newest, field.name()).isEmpty()) {
                if (field.required()) {
                    throw refuse(
                            schema, "fields." + field.name() + ": a new field cannot be required, old rows have none");
                }
                statements.addAll(table.add(FieldColumn.of(field)));
            }
        }
        if (!statements.isEmpty()
                && schema.version().minor() == newest.version().minor()) {
            throw Refusal.of(
                    ProblemCode.BAD_USER_INPUT,
                    "version: new fields need a new minor version, "
                            + newest.version().major() + "." + (newest.version().minor() + 1) + ".0");
        }
        return statements;
    }

    private static Optional<FieldDefinition> find(SchemaDefinition schema, String name) {
        return schema.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static Refusal refuse(SchemaDefinition schema, String what) {
        return Refusal.of(
                ProblemCode.CONFLICT,
                what + ". Within a major version fields can only be added; register "
                        + (schema.version().major() + 1) + ".0.0 instead");
    }
}
