package io.weft.gateway.composition.join;

import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
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
import java.util.Set;

/**
 * Not every composition says which fields are external, but {@code @requires} and {@code @provides} name external ones
 * only. Join v0.1 leaves them out of the subgraph that has them so; The Guild's composition says nothing of them where
 * all subgraphs define the field.
 */
final class AddRequiredExternals {

    private final ParsedSubgraph subgraph;
    private final Map<String, SchemaType> merged;
    private final Map<String, SchemaType> types;

    AddRequiredExternals(ParsedSubgraph subgraph, Map<String, SchemaType> merged) {
        this.subgraph = subgraph;
        this.merged = merged;
        this.types = new LinkedHashMap<>(subgraph.types());
    }

    ParsedSubgraph add() {
        for (SchemaType type : subgraph.types().values()) {
            if (!(type instanceof SchemaType.Composite composite)) {
                continue;
            }
            composite.all(FederationDirective.KEY).forEach(key -> visit(key, type.name(), Use.KEY));
            for (SchemaField field : composite.fields().values()) {
                field.first(FederationDirective.REQUIRES)
                        .ifPresent(requires -> visit(requires, type.name(), Use.EXTERNAL));
                field.first(FederationDirective.PROVIDES)
                        .ifPresent(provides -> visit(provides, field.type().typeName(), Use.EXTERNAL));
            }
        }
        return subgraph.withTypes(types);
    }

    /** What a field set says of its leaves: of a key's nothing. */
    private enum Use {
        KEY,
        EXTERNAL
    }

    private void visit(AppliedDirective applied, String typeName, Use use) {
        if (applied.string("fields").map(ReadFieldSet::read).orElse(null)
                instanceof ReadFieldSet.Result.Read(var fieldSet)) {
            visit(fieldSet.selections(), typeName, use);
        }
    }

    private void visit(SelectionSet selections, String typeName, Use use) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case InlineFragment fragment ->
                    visit(fragment.selections(), fragment.typeCondition().orElse(typeName), use);
                case FieldSelection field -> visit(field, typeName, use);
            }
        }
    }

    private void visit(FieldSelection selection, String typeName, Use use) {
        if (!(merged.get(typeName) instanceof SchemaType.Composite known)
                || !(known.fields().get(selection.name()) instanceof SchemaField field)) {
            return;
        }
        SchemaType.Composite own = types.get(typeName) instanceof SchemaType.Composite composite
                ? composite
                : known.with(
                        new SchemaType.Header(
                                typeName, Optional.empty(), List.of(), known.line(), Set.of(Origin.DEFINITION)),
                        Map.of());
        SchemaField here = own.fields().get(selection.name());
        boolean isSaid = here != null
                && (here.has(FederationDirective.EXTERNAL)
                        || use == Use.KEY
                        || !selection.selections().isEmpty()
                        || !ExtractSubgraphs.of(field, "join__field").isEmpty()
                        || isKeyField(own, selection.name()));
        if (!isSaid) {
            Map<String, SchemaField> fields = new LinkedHashMap<>(own.fields());
            fields.put(field.name(), external(here == null ? field : here));
            types.put(typeName, own.with(own.header(), fields));
        }
        // below an external field everything is external
        boolean below = here != null && here.has(FederationDirective.EXTERNAL);
        visit(selection.selections(), field.type().typeName(), below ? Use.KEY : use);
    }

    private static SchemaField external(SchemaField field) {
        List<AppliedDirective> directives = new ArrayList<>();
        directives.add(new AppliedDirective(
                Optional.of(FederationDirective.EXTERNAL), "external", Map.of(), 0, Origin.DEFINITION));
        return new SchemaField(
                field.name(), Optional.empty(), field.type(), field.arguments(), directives, field.line());
    }

    private static boolean isKeyField(SchemaType.Composite type, String field) {
        return type.all(FederationDirective.KEY).stream()
                .map(key -> key.string("fields").map(ReadFieldSet::read).orElse(null))
                .anyMatch(read -> read instanceof ReadFieldSet.Result.Read(var fieldSet)
                        && fieldSet.selections().selections().stream()
                                .anyMatch(selection -> selection instanceof FieldSelection named
                                        && named.name().equals(field)));
    }
}
