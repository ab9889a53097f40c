package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.schema.FieldAt;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.FieldTerms;
import io.weft.gateway.transform.Transform;
import io.weft.gateway.transform.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a field of the objects below a type a field of that type. The types that implement an interface follow it.
 */
final class HoistField {

    private final TransformDraft draft;
    private final Transform.HoistField hoist;

    HoistField(TransformDraft draft, Transform.HoistField hoist) {
        this.draft = draft;
        this.hoist = hoist;
    }

    /** A way from a type to a field, in the schema's terms and in the service's. */
    private record Way(
            SchemaField field, FieldTerms terms, TypeReference type, Map<String, SchemaInputValue> arguments) {}

    void hoist() {
        String typeName = hoist.type().text();
        Optional<SchemaType.Composite> type = draft.composite(hoist.type(), typeName);
        if (type.isEmpty() || !draft.isName(hoist.as())) {
            return;
        }
        Optional<FieldAt> original = way(type.get());
        if (original.isEmpty()) {
            return;
        }
        for (String name : draft.withImplementing(typeName)) {
            draft.composite(hoist.type(), name).ifPresent(this::add);
        }
        if (hoist.original() == Transform.HoistField.Original.REMOVED && !draft.hasFailed()) {
            remove(original.get());
        }
    }

    /** Where the field stands that is hoisted; reports what is wrong with the path. */
    private Optional<FieldAt> way(SchemaType.Composite type) {
        if (hoist.path().size() < 2) {
            draft.problem(
                    hoist.at(), "the path of " + hoist.as() + " has to lead through a field to another: [pub, year]");
            return Optional.empty();
        }
        SchemaType here = type;
        FieldAt at = new FieldAt(type.name(), hoist.path().getFirst().text());
        for (Written step : hoist.path()) {
            if (!(here instanceof SchemaType.Composite composite)) {
                draft.problem(step, at + " has no fields below it, so there is no " + step + " to hoist");
                return Optional.empty();
            }
            at = new FieldAt(composite.name(), step.text());
            Optional<SchemaField> field = draft.field(step, at);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            here = draft.types().get(field.get().type().typeName());
        }
        return Optional.of(at);
    }

    private void add(SchemaType.Composite type) {
        String as = hoist.as().text();
        boolean replacesItself = as.equals(hoist.path().getFirst().text());
        if (type.fields().containsKey(as) && !replacesItself) {
            draft.problem(hoist.as(), "there is a field " + type.name() + "." + as + " already");
            return;
        }
        if (replacesItself) {
            draft.problem(
                    hoist.as(),
                    "the hoisted field cannot take the name of " + type.name() + "." + as
                            + ", through which it is hoisted; rename that field first");
            return;
        }
        Way way = follow(type, hoist.path());
        SchemaField hoisted = new SchemaField(
                as,
                way.field().description(),
                way.type(),
                way.arguments(),
                way.field().directives(),
                way.field().line());
        draft.putField(new FieldAt(type.name(), as), hoisted);
        draft.terms().put(new FieldAt(type.name(), as), way.terms());
    }

    private Way follow(SchemaType.Composite type, List<Written> path) {
        Written step = path.getFirst();
        SchemaField field =
                draft.field(step, new FieldAt(type.name(), step.text())).orElseThrow();
        FieldTerms terms = draft.terms().field(new FieldAt(type.name(), step.text()));
        if (path.size() == 1) {
            return new Way(field, terms, field.type(), field.arguments());
        }
        SchemaType.Composite next =
                draft.composite(step, field.type().typeName()).orElseThrow();
        Way below = follow(next, path.subList(1, path.size()));
        Map<String, SchemaInputValue> arguments = new LinkedHashMap<>(field.arguments());
        below.arguments().forEach((name, argument) -> {
            if (arguments.putIfAbsent(name, argument) != null) {
                draft.problem(
                        step,
                        "two fields on the way to " + hoist.as() + " have an argument called " + name
                                + "; rename one of the two first");
            }
        });
        return new Way(below.field(), terms.then(below.terms()), within(field.type(), below.type()), arguments);
    }

    /** The type that a value of type {@code inner} has below a field of type {@code outer}: null where there is nothing. */
    static TypeReference within(TypeReference outer, TypeReference inner) {
        return switch (outer) {
            case TypeReference.Named object -> nullable(inner);
            case TypeReference.ListOf(TypeReference element) -> new TypeReference.ListOf(within(element, inner));
            case TypeReference.NonNull(TypeReference.Named object) -> inner;
            case TypeReference.NonNull(TypeReference list) -> new TypeReference.NonNull(within(list, inner));
        };
    }

    private static TypeReference nullable(TypeReference type) {
        return type instanceof TypeReference.NonNull(TypeReference nullable) ? nullable : type;
    }

    private void remove(FieldAt original) {
        if (draft.types().get(original.type()) instanceof SchemaType.Composite type
                && type.fields().size() == 1) {
            draft.problem(
                    hoist.at(),
                    original + " is the only field of " + original.type() + "; write keep: true, and leave "
                            + original.type() + " out with a filter where nobody needs it");
            return;
        }
        LeaveOut.nothing(draft, hoist.at()).fields(original::equals).apply();
    }
}
