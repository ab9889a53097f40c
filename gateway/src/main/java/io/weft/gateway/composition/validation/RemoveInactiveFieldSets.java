package io.weft.gateway.composition.validation;

import graphql.language.StringValue;
import io.weft.gateway.composition.fieldset.FieldSetText;
import io.weft.gateway.composition.fieldset.PrintSelections;
import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Federation 1 let {@code @requires} and {@code @provides} name fields that are not external; those parts mean
 * nothing, so they go.
 */
final class RemoveInactiveFieldSets {

    private final ParsedSubgraph subgraph;
    private final Implementations implementations;

    RemoveInactiveFieldSets(ParsedSubgraph subgraph) {
        this.subgraph = subgraph;
        this.implementations = Implementations.of(subgraph.types());
    }

    ParsedSubgraph remove() {
        Map<String, SchemaType> types = new LinkedHashMap<>(subgraph.types());
        types.replaceAll((name, type) -> type instanceof SchemaType.ObjectType object ? active(object) : type);
        return subgraph.withTypes(types);
    }

    private SchemaType active(SchemaType.ObjectType object) {
        Map<String, SchemaField> fields = new LinkedHashMap<>(object.fields());
        fields.replaceAll((name, field) -> {
            List<AppliedDirective> directives = new ArrayList<>();
            for (AppliedDirective applied : field.directives()) {
                if (applied.is(FederationDirective.REQUIRES)) {
                    active(applied, object.name()).ifPresent(directives::add);
                } else if (applied.is(FederationDirective.PROVIDES)) {
                    active(applied, field.type().typeName()).ifPresent(directives::add);
                } else {
                    directives.add(applied);
                }
            }
            return field.withDirectives(directives);
        });
        return object.with(object.header(), fields);
    }

    private Optional<AppliedDirective> active(AppliedDirective applied, String typeName) {
        Optional<String> text = FieldSetText.of(applied, subgraph.links());
        if (text.isEmpty() || !(ReadFieldSet.read(text.get()) instanceof ReadFieldSet.Result.Read(var fieldSet))) {
            return Optional.of(applied);
        }
        SelectionSet active = active(fieldSet.selections(), typeName);
        if (active.equals(fieldSet.selections())) {
            return Optional.of(applied);
        }
        return active.isEmpty()
                ? Optional.empty()
                : Optional.of(applied.withArguments(Map.of("fields", StringValue.of(PrintSelections.print(active)))));
    }

    private SelectionSet active(SelectionSet selections, String typeName) {
        List<Selection> kept = new ArrayList<>();
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case InlineFragment fragment -> {
                    SelectionSet below = active(
                            fragment.selections(), fragment.typeCondition().orElse(typeName));
                    if (!below.isEmpty()) {
                        kept.add(new InlineFragment(fragment.typeCondition(), fragment.conditions(), below));
                    }
                }
                case FieldSelection field -> active(field, typeName).ifPresent(kept::add);
            }
        }
        return new SelectionSet(kept);
    }

    private Optional<Selection> active(FieldSelection selection, String typeName) {
        if (!(subgraph.types().get(typeName) instanceof SchemaType.Composite composite)
                || !(composite.fields().get(selection.name()) instanceof SchemaField field)) {
            return Optional.of(selection);
        }
        if (isExternal(typeName, field)) {
            return Optional.of(selection);
        }
        if (selection.selections().isEmpty()) {
            return Optional.empty();
        }
        SelectionSet below = active(selection.selections(), field.type().typeName());
        return below.isEmpty() ? Optional.empty() : Optional.of(selection.withSelections(below));
    }

    private boolean isExternal(String typeName, SchemaField field) {
        if (field.has(FederationDirective.EXTERNAL)) {
            return true;
        }
        for (String implementation : implementations.of(typeName)) {
            if (subgraph.types().get(implementation) instanceof SchemaType.Composite composite
                    && composite.fields().get(field.name()) instanceof SchemaField own
                    && own.has(FederationDirective.EXTERNAL)) {
                return true;
            }
        }
        return false;
    }
}
