package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.transform.Transform.Rename;
import io.weft.gateway.transform.Written;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Gives input fields and enum values other names, also in default values. */
final class RenameInputs {

    private final TransformDraft draft;
    private final Map<String, Map<String, Written>> names = new LinkedHashMap<>();

    RenameInputs(TransformDraft draft) {
        this.draft = draft;
    }

    void renameFields(List<Rename> renames) {
        for (Rename rename : renames) {
            String type = typeName(rename);
            if (draft.types().get(type) instanceof SchemaType.InputType input) {
                add(rename, "input field", input.fields().keySet());
            } else {
                noSuchType(rename, "input object");
            }
        }
        apply();
    }

    void renameValues(List<Rename> renames) {
        for (Rename rename : renames) {
            String type = typeName(rename);
            if (draft.types().get(type) instanceof SchemaType.EnumType values) {
                add(rename, "enum value", values.values().keySet());
            } else {
                noSuchType(rename, "enum");
            }
        }
        apply();
    }

    private static String typeName(Rename rename) {
        String text = rename.from().text();
        return text.substring(0, text.indexOf('.'));
    }

    private void noSuchType(Rename rename, String kind) {
        List<String> known = draft.types().values().stream()
                .filter(type -> type.kind().equals(kind))
                .map(SchemaType::name)
                .toList();
        draft.problem(rename.from(), kind, typeName(rename), known);
    }

    private void add(Rename rename, String what, Collection<String> known) {
        String type = typeName(rename);
        String member = rename.from().text().substring(type.length() + 1);
        if (!known.contains(member)) {
            draft.problem(
                    rename.from(),
                    what,
                    rename.from().text(),
                    known.stream().map(name -> type + "." + name).toList());
        } else if (draft.isName(rename.to())) {
            names.computeIfAbsent(type, key -> new LinkedHashMap<>()).put(member, rename.to());
        }
    }

    private void apply() {
        if (draft.hasFailed()) {
            return;
        }
        draft.replaceTypes(new RewriteDefaults(draft.types(), this::name).rewrite());
        for (String typeName : names.keySet()) {
            switch (draft.types().get(typeName)) {
                case SchemaType.InputType input -> {
                    draft.put(new SchemaType.InputType(
                            input.header(), renamed(typeName, input.fields(), SchemaInputValue::withName)));
                    draft.terms().renameInputFields(typeName, texts(typeName));
                }
                case SchemaType.EnumType values -> {
                    draft.put(new SchemaType.EnumType(
                            values.header(), renamed(typeName, values.values(), SchemaEnumValue::withName)));
                    draft.terms().renameEnumValues(typeName, texts(typeName));
                }
                case null, default -> throw new IllegalStateException(typeName + " has no members to rename");
            }
        }
    }

    private String name(String type, String member) {
        Written to = names.getOrDefault(type, Map.of()).get(member);
        return to == null ? member : to.text();
    }

    private Map<String, String> texts(String type) {
        Map<String, String> texts = new LinkedHashMap<>();
        names.getOrDefault(type, Map.of()).forEach((from, to) -> texts.put(from, to.text()));
        return texts;
    }

    private <E> Map<String, E> renamed(String type, Map<String, E> members, BiFunction<E, String, E> withName) {
        Map<String, E> renamed = new LinkedHashMap<>();
        members.forEach((old, member) -> {
            String name = name(type, old);
            if (renamed.putIfAbsent(name, withName.apply(member, name)) != null) {
                Written to = names.getOrDefault(type, Map.of()).values().stream()
                        .filter(other -> other.text().equals(name))
                        .findFirst()
                        .orElseThrow();
                draft.problem(to, type + " would have two members called " + name);
            }
        });
        return renamed;
    }
}
