package io.weft.gateway.composition;

import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Join v0.1 does not say which fields are external; they are those that a field set names and the subgraph lacks. */
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
            composite.all(FederationDirective.KEY).forEach(key -> visit(key, type.name()));
            for (SchemaField field : composite.fields().values()) {
                field.first(FederationDirective.REQUIRES).ifPresent(requires -> visit(requires, type.name()));
                field.first(FederationDirective.PROVIDES)
                        .ifPresent(provides -> visit(provides, field.type().typeName()));
            }
        }
        return subgraph.withTypes(types);
    }

    private void visit(AppliedDirective applied, String typeName) {
        if (applied.string("fields").map(ReadFieldSet::read).orElse(null)
                instanceof ReadFieldSet.Result.Read(var fieldSet)) {
            visit(fieldSet.selections(), typeName);
        }
    }

    private void visit(SelectionSet selections, String typeName) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case InlineFragment fragment ->
                    visit(fragment.selections(), fragment.typeCondition().orElse(typeName));
                case FieldSelection field -> visit(field, typeName);
            }
        }
    }

    private void visit(FieldSelection selection, String typeName) {
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
        if (!own.fields().containsKey(selection.name())) {
            Map<String, SchemaField> fields = new LinkedHashMap<>(own.fields());
            fields.put(
                    field.name(),
                    new SchemaField(
                            field.name(),
                            Optional.empty(),
                            field.type(),
                            field.arguments(),
                            List.of(new AppliedDirective(
                                    Optional.of(FederationDirective.EXTERNAL),
                                    "external",
                                    Map.of(),
                                    0,
                                    Origin.DEFINITION)),
                            field.line()));
            types.put(typeName, own.with(own.header(), fields));
        }
        visit(selection.selections(), field.type().typeName());
    }
}
