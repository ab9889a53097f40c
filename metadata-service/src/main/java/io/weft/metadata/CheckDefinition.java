package io.weft.metadata;

import io.weft.contracts.RootFields;
import io.weft.metadata.FieldDefinition.Type;
import io.weft.postgres.problem.Refusal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a schema must be before it becomes a table. */
final class CheckDefinition {

    private static final int LONGEST_TABLE = 63;
    private static final int MOST_FIELDS = 500;
    private static final Set<String> RESERVED =
            Set.of("record", "record_number", "record_srn", "record_readable_from", "record_owner", "schema_version");

    private CheckDefinition() {}

    /** @throws Refusal that says what is wrong and where */
    static void check(SchemaDefinition schema) {
        if (!schema.id().matches("[a-z][a-z0-9-]{2,63}")) {
            throw Refusal.input(
                    "id: \"" + schema.id() + "\" is no schema id: 3 to 64 of a-z, 0-9 and -, beginning with a letter");
        }
        if (schema.table().name().length() > LONGEST_TABLE) {
            throw Refusal.input("id: the table \"" + schema.table().name() + "\" would have "
                    + schema.table().name().length() + " characters, PostgreSQL allows " + LONGEST_TABLE
                    + ": choose a shorter id");
        }
        if (RootFields.OF_THE_ARCHIVE.contains(schema.rootName())) {
            throw Refusal.input("id: all of \"" + schema.id() + "\" would be Query." + schema.rootName()
                    + " in the graph, which the archive itself has: choose another id");
        }
        if (schema.fields().isEmpty() || schema.fields().size() > MOST_FIELDS) {
            throw Refusal.input("fields: a schema has 1 to " + MOST_FIELDS + " fields, not "
                    + schema.fields().size());
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < schema.fields().size(); i++) {
            FieldDefinition field = schema.fields().get(i);
            String place = "fields[" + i + "]";
            check(field, place);
            if (!names.add(field.name())) {
                throw Refusal.input(place + ".name: there are two fields \"" + field.name() + "\"");
            }
        }
    }

    private static void check(FieldDefinition field, String place) {
        if (!field.name().matches("[a-z][a-z0-9_]{0,62}")) {
            throw Refusal.input(place + ".name: \"" + field.name()
                    + "\" is no field name: 1 to 63 of a-z, 0-9 and _, beginning with a letter");
        }
        if (RESERVED.contains(field.name())) {
            throw Refusal.input(place + ".name: \"" + field.name() + "\" is what every table has already");
        }
        Type type = field.type();
        only(type == Type.NUMBER, field.unit(), place, "unit", type);
        only(type == Type.NUMBER, field.integerOnly() ? true : null, place, "integerOnly", type);
        only(type == Type.NUMBER, field.minValue(), place, "minValue", type);
        only(type == Type.NUMBER, field.maxValue(), place, "maxValue", type);
        only(type == Type.TEXT, field.minLength(), place, "minLength", type);
        only(type == Type.TEXT, field.maxLength(), place, "maxLength", type);
        only(type == Type.TEXT || type == Type.URL, field.pattern(), place, "pattern", type);
        only(type == Type.TERM, field.ontologySrn(), place, "ontologySrn", type);
        only(type == Type.TERM, field.rootTerm(), place, "rootTerm", type);
        if (field.minValue() != null && field.maxValue() != null && field.minValue() > field.maxValue()) {
            throw Refusal.input(place + ": minValue is above maxValue, no value could be right");
        }
        if (field.minLength() != null && field.minLength() < 0) {
            throw Refusal.input(place + ".minLength: a length is not negative");
        }
        if (field.maxLength() != null
                && field.maxLength() < (field.minLength() == null ? 1 : Math.max(1, field.minLength()))) {
            throw Refusal.input(place + ".maxLength: no value could be right");
        }
    }

    private static void only(boolean fits, @Nullable Object value, String place, String name, Type type) {
        if (value != null && !fits) {
            throw Refusal.input(place + "." + name + ": means nothing for the type "
                    + type.name().toLowerCase(Locale.ROOT));
        }
    }
}
