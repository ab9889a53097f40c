package io.weft.gateway.composition.local;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.stitch.KeyFit;
import io.weft.gateway.composition.stitch.KeyPaths;
import io.weft.gateway.composition.validation.FieldFacts;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.stitching.LocalField;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.KeyTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A field of the gateway's own whose object other services know.
 *
 * @param at    the field
 * @param said  where and how it is configured
 * @param field as it is defined
 * @param key   of the object it leads to
 * @param needs what it is made of; empty where the key is all constants
 */
record LocalLink(
        Coordinate at, LocalField.Link said, SchemaField field, KeyTemplate.ObjectOf key, Optional<FieldSet> needs) {

    /** The type it leads to. */
    String target() {
        return field.type().typeName();
    }

    boolean isList() {
        return KeyFit.depth(field.type()) > 0;
    }

    /** What of the object it leads to is known without asking. */
    FieldSet known() {
        SelectionSet selections = selections(key);
        return new FieldSet(selections.print(), selections);
    }

    private static SelectionSet selections(KeyTemplate.ObjectOf key) {
        List<Selection> selections = new ArrayList<>();
        key.fields()
                .forEach((name, template) -> selections.add(FieldSelection.leaf(name)
                        .withSelections(
                                template instanceof KeyTemplate.ObjectOf deeper
                                        ? selections(deeper)
                                        : SelectionSet.EMPTY)));
        return new SelectionSet(selections);
    }

    /** The parts of the object with the field that the key is made of. */
    static Set<List<String>> paths(KeyTemplate.ObjectOf key) {
        Set<List<String>> paths = new LinkedHashSet<>();
        KeyPaths.collect(key, paths);
        return paths;
    }

    /** Puts what is known of the objects it leads to beside what the gateway knows of its own. */
    void addTargets(Map<String, SchemaType> types, Map<String, Map<String, FieldFacts>> facts, MergedSchema merged) {
        addTarget(target(), key, types, facts, merged);
    }

    private static void addTarget(
            String typeName,
            KeyTemplate.ObjectOf key,
            Map<String, SchemaType> types,
            Map<String, Map<String, FieldFacts>> facts,
            MergedSchema merged) {
        if (!(merged.types().get(typeName) instanceof SchemaType.ObjectType all)) {
            return;
        }
        SchemaType.ObjectType own = types.get(typeName) instanceof SchemaType.ObjectType known
                ? known
                : new SchemaType.ObjectType(all.header().withDirectives(List.of()), Map.of(), Set.of());
        Map<String, SchemaField> fields = new LinkedHashMap<>(own.fields());
        Map<String, FieldFacts> ofType = new HashMap<>(facts.getOrDefault(typeName, Map.of()));
        key.fields().forEach((name, template) -> {
            SchemaField field = all.fields().get(name);
            if (field != null && fields.putIfAbsent(name, field.withDirectives(List.of())) == null) {
                ofType.put(
                        name,
                        new FieldFacts(
                                FieldFacts.External.PARTIALLY,
                                FieldFacts.Sharing.SHAREABLE,
                                Optional.empty(),
                                Optional.empty()));
            }
            if (field != null && template instanceof KeyTemplate.ObjectOf deeper) {
                addTarget(field.type().typeName(), deeper, types, facts, merged);
            }
        });
        types.put(typeName, own.with(own.header(), fields));
        facts.put(typeName, ofType);
    }
}
