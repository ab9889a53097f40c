package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.transform.NamePattern;
import io.weft.gateway.transform.Transform;
import io.weft.gateway.transform.Transform.AffixTypes.Affected;
import io.weft.gateway.transform.Transform.Rename;
import io.weft.gateway.transform.Written;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives types other names, wherever they are named. */
final class RenameTypes {

    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final TransformDraft draft;
    private final Map<String, Written> names = new LinkedHashMap<>();

    RenameTypes(TransformDraft draft) {
        this.draft = draft;
    }

    void rename(List<Rename> renames) {
        for (Rename rename : renames) {
            String from = rename.from().text();
            if (TransformDraft.ROOTS.contains(from)) {
                draft.problem(
                        rename.from(),
                        from + " is a root type and keeps its name; a namespace puts its fields into a type of another"
                                + " name");
            } else if (!draft.types().containsKey(from)) {
                draft.problem(rename.from(), "type", from, draft.types().keySet());
            } else if (draft.isName(rename.to())) {
                names.put(from, rename.to());
            }
        }
        apply();
    }

    void affix(Transform.AffixTypes affix) {
        List<NamePattern> except = NamePattern.of(affix.except());
        for (NamePattern pattern : except) {
            if (draft.types().keySet().stream().noneMatch(pattern::matches)) {
                draft.problem(
                        pattern.written(),
                        "type",
                        pattern.written().text(),
                        draft.types().keySet());
            }
        }
        draft.types().forEach((name, type) -> {
            boolean meant = !TransformDraft.ROOTS.contains(name)
                    && !BUILT_IN.contains(name)
                    && (affix.kinds() == Affected.ALL || !(type instanceof SchemaType.ScalarType));
            if (meant && except.stream().noneMatch(pattern -> pattern.matches(name))) {
                Written to = affix.at().withText(affix.affix().around(name));
                if (draft.isName(to)) {
                    names.put(name, to);
                }
            }
        });
        apply();
    }

    private void apply() {
        Map<String, SchemaType> renamed = new LinkedHashMap<>();
        draft.types().forEach((name, type) -> {
            SchemaType replaced = renamed(type);
            if (renamed.putIfAbsent(replaced.name(), replaced) != null) {
                Written to = names.getOrDefault(
                        name,
                        names.values().stream()
                                .filter(other -> other.text().equals(replaced.name()))
                                .findFirst()
                                .orElseThrow());
                draft.problem(to, "there would be two types called " + replaced.name());
            }
        });
        if (!draft.hasFailed()) {
            draft.replaceTypes(renamed);
            Map<String, String> texts = new LinkedHashMap<>();
            names.forEach((from, to) -> texts.put(from, to.text()));
            draft.terms().renameTypes(texts);
        }
    }

    private String name(String name) {
        Written to = names.get(name);
        return to == null ? name : to.text();
    }

    private SchemaType renamed(SchemaType type) {
        SchemaType.Header header = type.header().withName(name(type.name()));
        return switch (type) {
            case SchemaType.ObjectType object ->
                new SchemaType.ObjectType(header, fields(object.fields()), names(object.interfaces()));
            case SchemaType.InterfaceType contract ->
                new SchemaType.InterfaceType(header, fields(contract.fields()), names(contract.interfaces()));
            case SchemaType.UnionType union -> new SchemaType.UnionType(header, names(union.members()));
            case SchemaType.EnumType values -> new SchemaType.EnumType(header, values.values());
            case SchemaType.ScalarType scalar -> new SchemaType.ScalarType(header);
            case SchemaType.InputType input -> new SchemaType.InputType(header, inputs(input.fields()));
        };
    }

    private Set<String> names(Set<String> types) {
        Set<String> renamed = new LinkedHashSet<>();
        types.forEach(type -> renamed.add(name(type)));
        return renamed;
    }

    private Map<String, SchemaField> fields(Map<String, SchemaField> fields) {
        Map<String, SchemaField> renamed = new LinkedHashMap<>();
        fields.forEach((name, field) ->
                renamed.put(name, field.withType(type(field.type())).withArguments(inputs(field.arguments()))));
        return renamed;
    }

    private Map<String, SchemaInputValue> inputs(Map<String, SchemaInputValue> inputs) {
        Map<String, SchemaInputValue> renamed = new LinkedHashMap<>();
        inputs.forEach((name, input) -> renamed.put(name, input.withType(type(input.type()))));
        return renamed;
    }

    private TypeReference type(TypeReference type) {
        return switch (type) {
            case TypeReference.Named(String name) -> new TypeReference.Named(name(name));
            case TypeReference.ListOf(TypeReference element) -> new TypeReference.ListOf(type(element));
            case TypeReference.NonNull(TypeReference nullable) -> new TypeReference.NonNull(type(nullable));
        };
    }
}
