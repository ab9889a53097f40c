package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.schema.FieldAt;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.transform.NamePattern;
import io.weft.gateway.transform.Transform;
import io.weft.gateway.transform.Transform.Rename;
import io.weft.gateway.transform.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives fields of objects and interfaces other names. What implements an interface follows it. */
final class RenameFields {

    private final TransformDraft draft;
    private final Map<FieldAt, Written> names = new LinkedHashMap<>();

    RenameFields(TransformDraft draft) {
        this.draft = draft;
    }

    void rename(List<Rename> renames) {
        for (Rename rename : renames) {
            String[] coordinate = rename.from().text().split("\\.");
            FieldAt at = new FieldAt(coordinate[0], coordinate[1]);
            if (draft.field(rename.from(), at).isPresent() && draft.isName(rename.to())) {
                names.put(at, rename.to());
            }
        }
        apply();
    }

    void renameOfRoots(List<Rename> renames) {
        for (Rename rename : renames) {
            String type = rename.from().text().substring(0, rename.from().text().indexOf('.'));
            if (!TransformDraft.ROOTS.contains(type)) {
                draft.problem(
                        rename.from(),
                        rename.from() + " is no field of Query, Mutation or Subscription; write renameFields");
            }
        }
        if (!draft.hasFailed()) {
            rename(renames);
        }
    }

    void affix(Transform.AffixFields affix) {
        List<NamePattern> types = NamePattern.of(affix.types());
        boolean ofRoots = types.isEmpty();
        List<NamePattern> except = NamePattern.of(affix.except());
        for (NamePattern pattern : types) {
            if (draft.types().values().stream()
                    .noneMatch(type -> type instanceof SchemaType.Composite && pattern.matches(type.name()))) {
                draft.problem(
                        pattern.written(),
                        "type",
                        pattern.written().text(),
                        draft.types().keySet());
            }
        }
        draft.types().forEach((name, type) -> {
            if (type instanceof SchemaType.Composite composite
                    && (ofRoots
                            ? TransformDraft.ROOTS.contains(name)
                            : types.stream().anyMatch(pattern -> pattern.matches(name)))) {
                for (String field : composite.fields().keySet()) {
                    Written to = affix.at().withText(affix.affix().around(field));
                    if (except.stream().noneMatch(pattern -> pattern.matches(name, field)) && draft.isName(to)) {
                        names.put(new FieldAt(name, field), to);
                    }
                }
            }
        });
        apply();
    }

    private void apply() {
        Map<FieldAt, Written> all = new LinkedHashMap<>();
        names.forEach((at, to) -> {
            for (String type : draft.withImplementing(at.type())) {
                all.putIfAbsent(at.on(type), to);
            }
        });
        all.putAll(names);
        all.forEach((at, to) -> checkInterfaces(at, to, all));
        Map<String, Map<String, String>> byType = new LinkedHashMap<>();
        all.forEach((at, to) ->
                byType.computeIfAbsent(at.type(), type -> new LinkedHashMap<>()).put(at.field(), to.text()));
        byType.forEach((type, renames) -> apply(type, renames, all));
    }

    private void checkInterfaces(FieldAt at, Written to, Map<FieldAt, Written> all) {
        for (String contract : draft.demanding(at)) {
            Written other = all.get(at.on(contract));
            if (other == null || !other.text().equals(to.text())) {
                draft.problem(
                        to,
                        at + " is a field of the interface " + contract + " too: rename " + at.on(contract)
                                + ", and the types that implement it follow");
            }
        }
    }

    private void apply(String typeName, Map<String, String> renames, Map<FieldAt, Written> all) {
        if (!(draft.types().get(typeName) instanceof SchemaType.Composite type)) {
            return;
        }
        Map<String, SchemaField> fields = new LinkedHashMap<>();
        for (SchemaField field : type.fields().values()) {
            String name = renames.getOrDefault(field.name(), field.name());
            if (fields.putIfAbsent(name, field.withName(name)) != null) {
                Written to = all.entrySet().stream()
                        .filter(entry -> entry.getKey().type().equals(typeName)
                                && entry.getValue().text().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
                draft.problem(to, typeName + " would have two fields called " + name);
            }
        }
        if (!draft.hasFailed()) {
            draft.putFields(typeName, fields);
            draft.terms().renameFields(typeName, renames);
        }
    }
}
