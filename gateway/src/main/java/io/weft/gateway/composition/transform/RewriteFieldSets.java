package io.weft.gateway.composition.transform;

import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.fieldset.FieldSetText;
import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.transform.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says in the schema's new names what {@code @key}, {@code @requires} and {@code @provides} of a transformed subgraph say
 * in its own. What they name must still be there, on the same object: it is sent to the service as it was.
 */
final class RewriteFieldSets {

    private final TransformDraft draft;
    private final ParsedSubgraph original;
    private final Written at;

    /** @param at where to report what cannot be said any more */
    RewriteFieldSets(TransformDraft draft, ParsedSubgraph original, Written at) {
        this.draft = draft;
        this.original = original;
        this.at = at;
    }

    void rewrite() {
        draft.types().values().forEach(type -> {
            if (type instanceof SchemaType.Composite composite) {
                Map<String, SchemaField> fields = new LinkedHashMap<>();
                composite.fields().forEach((name, field) -> fields.put(name, field(type.name(), field)));
                draft.put(composite.with(
                        composite
                                .header()
                                .withDirectives(composite.directives().stream()
                                        .map(directive -> directive.is(FederationDirective.KEY)
                                                ? rewritten(directive, type.name(), type.name())
                                                : directive)
                                        .toList()),
                        fields));
            }
        });
    }

    private SchemaField field(String type, SchemaField field) {
        return field.withDirectives(field.directives().stream()
                .map(directive -> {
                    if (directive.is(FederationDirective.REQUIRES)) {
                        return rewritten(directive, type, type + "." + field.name());
                    }
                    return directive.is(FederationDirective.PROVIDES)
                            ? rewritten(directive, field.type().typeName(), type + "." + field.name())
                            : directive;
                })
                .toList());
    }

    private AppliedDirective rewritten(AppliedDirective directive, String currentType, String on) {
        Optional<String> text = FieldSetText.of(directive, original.links());
        if (text.isEmpty() || !(ReadFieldSet.read(text.get()) instanceof ReadFieldSet.Result.Read(var set))) {
            return directive; // the subgraph's own mistake, which its validation reports
        }
        SelectionSet selections = selections(set.selections(), currentType, on);
        if (selections.equals(set.selections())) {
            return directive;
        }
        Map<String, Value<?>> arguments = new LinkedHashMap<>(directive.arguments());
        arguments.put("fields", StringValue.of(selections.print()));
        return directive.withArguments(arguments);
    }

    private SelectionSet selections(SelectionSet set, String currentType, String on) {
        List<Selection> rewritten = new ArrayList<>();
        for (Selection selection : set.selections()) {
            switch (selection) {
                case InlineFragment fragment -> {
                    Optional<String> condition = fragment.typeCondition()
                            .map(type -> Optional.ofNullable(draft.terms().currentType(type, draft.types()))
                                    .orElse(type));
                    rewritten.add(new InlineFragment(
                            condition,
                            fragment.conditions(),
                            selections(fragment.selections(), condition.orElse(currentType), on)));
                }
                case FieldSelection field -> rewritten.add(field(field, currentType, on));
            }
        }
        return new SelectionSet(rewritten);
    }

    private FieldSelection field(FieldSelection field, String currentType, String on) {
        String name = draft.terms().currentField(currentType, field.name(), draft.types());
        if (name == null) {
            if (wasThere(currentType, field.name())) {
                draft.problem(
                        at,
                        on + " needs the field " + field.name() + " of " + currentType
                                + ", which the transforms have left out or moved; let it be");
            }
            return field;
        }
        String below = draft.types().get(currentType) instanceof SchemaType.Composite type
                        && type.fields().get(name) instanceof SchemaField found
                ? found.type().typeName()
                : "";
        return new FieldSelection(
                name, name, field.arguments(), field.conditions(), selections(field.selections(), below, on));
    }

    private boolean wasThere(String currentType, String serviceField) {
        return original.types().values().stream()
                .anyMatch(type -> type instanceof SchemaType.Composite composite
                        && currentType.equals(draft.terms().currentType(type.name(), draft.types()))
                        && composite.fields().containsKey(serviceField));
    }
}
