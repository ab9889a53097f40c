package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.schema.FieldAt;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.supergraph.FieldTerms;
import io.weft.gateway.transform.Transform.Rename;
import io.weft.gateway.transform.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives arguments other names. What implements an interface follows it. */
final class RenameArguments {

    private final TransformDraft draft;

    RenameArguments(TransformDraft draft) {
        this.draft = draft;
    }

    void rename(List<Rename> renames) {
        Map<FieldAt, Map<String, Written>> byField = new LinkedHashMap<>();
        for (Rename rename : renames) {
            ArgumentAt.find(draft, rename.from())
                    .filter(at -> draft.isName(rename.to()))
                    .ifPresent(at -> byField.computeIfAbsent(at.field(), field -> new LinkedHashMap<>())
                            .put(at.argument(), rename.to()));
        }
        Map<FieldAt, Map<String, Written>> all = new LinkedHashMap<>();
        byField.forEach((at, names) -> draft.withImplementing(at.type())
                .forEach(type -> all.computeIfAbsent(at.on(type), field -> new LinkedHashMap<>())
                        .putAll(names)));
        byField.forEach((at, names) -> checkInterfaces(at, names, byField));
        if (!draft.hasFailed()) {
            all.forEach(this::rename);
        }
    }

    private void checkInterfaces(FieldAt at, Map<String, Written> names, Map<FieldAt, Map<String, Written>> asWritten) {
        for (String contract : draft.demanding(at)) {
            names.forEach((name, to) -> {
                boolean follows = ArgumentAt.arguments(draft, at.on(contract)).contains(name);
                Written other =
                        asWritten.getOrDefault(at.on(contract), Map.of()).get(name);
                if (follows && (other == null || !other.text().equals(to.text()))) {
                    draft.problem(
                            to,
                            at + " is a field of the interface " + contract + " too: rename the argument of "
                                    + at.on(contract) + ", and the types that implement it follow");
                }
            });
        }
    }

    private void rename(FieldAt at, Map<String, Written> names) {
        if (!(draft.types().get(at.type()) instanceof SchemaType.Composite type)) {
            return;
        }
        SchemaField field = Objects.requireNonNull(type.fields().get(at.field()));
        Map<String, SchemaInputValue> arguments = new LinkedHashMap<>();
        field.arguments().forEach((name, argument) -> {
            Written to = names.get(name);
            String renamed = to == null ? name : to.text();
            if (arguments.putIfAbsent(renamed, argument.withName(renamed)) != null) {
                draft.problem(
                        to == null ? names.values().iterator().next() : to,
                        at + " would have two arguments called " + renamed);
            }
        });
        draft.putField(at, field.withArguments(arguments));
        draft.terms()
                .changeSteps(
                        at,
                        step -> new FieldTerms.Step(
                                step.field(),
                                renamed(step.arguments(), names),
                                step.constants(),
                                renamed(step.defaults(), names)));
    }

    private static Map<String, String> renamed(Map<String, String> byArgument, Map<String, Written> names) {
        Map<String, String> renamed = new LinkedHashMap<>();
        byArgument.forEach((name, value) -> {
            Written to = names.get(name);
            renamed.put(to == null ? name : to.text(), value);
        });
        return renamed;
    }
}
