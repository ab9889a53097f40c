package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.schema.FieldAt;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.transform.Written;
import java.util.Optional;
import java.util.Set;

/** An argument by the names of its type and field, and its own. */
record ArgumentAt(FieldAt field, String argument) {

    @Override
    public String toString() {
        return field + "." + argument;
    }

    /** Reports it where there is no such argument. */
    static Optional<ArgumentAt> find(TransformDraft draft, Written written) {
        String[] names = written.text().split("\\.");
        FieldAt at = new FieldAt(names[0], names[1]);
        return draft.field(written, at).flatMap(field -> {
            if (field.arguments().containsKey(names[2])) {
                return Optional.of(new ArgumentAt(at, names[2]));
            }
            draft.problem(
                    written,
                    "argument",
                    written.text(),
                    field.arguments().keySet().stream()
                            .map(argument -> at + "." + argument)
                            .toList());
            return Optional.empty();
        });
    }

    static Set<String> arguments(TransformDraft draft, FieldAt at) {
        return draft.types().get(at.type()) instanceof SchemaType.Composite type
                        && type.fields().get(at.field()) instanceof SchemaField field
                ? field.arguments().keySet()
                : Set.of();
    }
}
