package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.FieldAt;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.FieldTerms;
import io.weft.gateway.transform.NamePattern;
import io.weft.gateway.transform.Transform;
import io.weft.gateway.transform.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts fields of a type into an object that no service knows. */
final class WrapFields {

    private static final AppliedDirective SHAREABLE = new AppliedDirective(
            Optional.of(FederationDirective.SHAREABLE),
            FederationDirective.SHAREABLE.specName(),
            Map.of(),
            0,
            Origin.DEFINITION);

    private final TransformDraft draft;

    WrapFields(TransformDraft draft) {
        this.draft = draft;
    }

    /** Of {@code Query} and of {@code Mutation}, where the service has them. */
    void namespace(Transform.Namespace namespace) {
        Map<String, Written> newTypes = new LinkedHashMap<>();
        newTypes.put("Query", namespace.query());
        newTypes.put("Mutation", namespace.mutation());
        boolean found = false;
        for (Map.Entry<String, Written> root : newTypes.entrySet()) {
            if (draft.types().get(root.getKey()) instanceof SchemaType.Composite type) {
                found = true;
                wrap(type, type.fields(), namespace.field(), root.getValue());
            }
        }
        if (!found) {
            draft.problem(namespace.at(), "the service has neither queries nor mutations to put into a namespace");
        }
    }

    void wrap(Transform.WrapFields wrap) {
        Optional<SchemaType.Composite> type =
                draft.composite(wrap.type(), wrap.type().text());
        if (type.isPresent()) {
            if (type.get() instanceof SchemaType.InterfaceType) {
                draft.problem(
                        wrap.type(), wrap.type() + " is an interface; wrap the fields of the types that implement it");
                return;
            }
            wrap(type.get(), fields(type.get(), wrap.fields()), wrap.as(), wrap.newType());
        }
    }

    private Map<String, SchemaField> fields(SchemaType.Composite type, List<Written> patterns) {
        if (patterns.isEmpty()) {
            return type.fields();
        }
        Map<String, SchemaField> found = new LinkedHashMap<>();
        for (NamePattern pattern : NamePattern.of(patterns)) {
            Set<String> names = type.fields().keySet();
            if (names.stream().noneMatch(pattern::matches)) {
                draft.problem(
                        pattern.written(),
                        "field",
                        type.name() + "." + pattern.written(),
                        TransformDraft.coordinates(type));
            }
            type.fields().forEach((name, field) -> {
                if (pattern.matches(name)) {
                    found.put(name, field);
                }
            });
        }
        return found;
    }

    private void wrap(SchemaType.Composite type, Map<String, SchemaField> fields, Written as, Written newType) {
        check(type, fields, as, newType);
        if (draft.hasFailed()) {
            return;
        }
        draft.put(new SchemaType.ObjectType(
                new SchemaType.Header(newType.text(), Optional.empty(), List.of(), 0, Set.of(Origin.DEFINITION)),
                fields,
                Set.of()));
        Map<String, SchemaField> left = new LinkedHashMap<>();
        type.fields().forEach((name, field) -> {
            if (!fields.containsKey(name)) {
                left.put(name, field);
            }
        });
        left.put(as.text(), wrapper(as.text(), newType.text()));
        draft.putFields(type.name(), left);
        fields.keySet()
                .forEach(name -> draft.terms()
                        .put(new FieldAt(newType.text(), name), draft.terms().field(new FieldAt(type.name(), name))));
        draft.terms().put(new FieldAt(type.name(), as.text()), new FieldTerms.Wrapper());
    }

    /** Several services may have a part in one namespace, so that the field is of all of them. */
    private SchemaField wrapper(String name, String type) {
        return new SchemaField(
                name,
                Optional.empty(),
                new TypeReference.Named(type),
                Map.of(),
                draft.marksShared() ? List.of(SHAREABLE) : List.of(),
                0);
    }

    private void check(SchemaType.Composite type, Map<String, SchemaField> fields, Written as, Written newType) {
        if (draft.isName(newType) && draft.types().containsKey(newType.text())) {
            draft.problem(newType, "there is a type " + newType + " already");
        }
        if (draft.isName(as) && type.fields().containsKey(as.text()) && !fields.containsKey(as.text())) {
            draft.problem(as, "there is a field " + type.name() + "." + as + " already");
        }
        for (String field : fields.keySet()) {
            for (String contract : draft.demanding(new FieldAt(type.name(), field))) {
                draft.problem(
                        as,
                        type.name() + "." + field + " is a field of the interface " + contract
                                + ", so it has to stay where it is");
            }
        }
    }
}
