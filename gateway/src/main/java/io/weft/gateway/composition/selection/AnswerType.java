package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a selector answers, held to the contract. */
final class AnswerType {

    private static final Map<String, String> ANSWER = new LinkedHashMap<>();
    private static final Map<String, String> ENTRY = new LinkedHashMap<>();

    static {
        ANSWER.put("keys", "KeySet!");
        ANSWER.put("complete", "Boolean!");
        ANSWER.put("count", "Int!");
        ANSWER.put("entries", "[SelectionEntry!]!");
        ENTRY.put("key", "Int!");
        ENTRY.put("cursor", "String!");
        ENTRY.put("score", "Float");
    }

    private final ParsedSubgraph subgraph;
    private final List<String> wrong;

    /** @param wrong takes what is */
    AnswerType(ParsedSubgraph subgraph, List<String> wrong) {
        this.subgraph = subgraph;
        this.wrong = wrong;
    }

    /** Empty where it is none at all. */
    Optional<SchemaType.ObjectType> of(SchemaField field, String entity) {
        if (!(field.type() instanceof TypeReference.NonNull(TypeReference.Named(String name)))
                || !(subgraph.types().get(name) instanceof SchemaType.ObjectType type)) {
            wrong.add("it must be of an object type, and never null, not "
                    + field.type().print());
            return Optional.empty();
        }
        checkMembers(type, ANSWER);
        for (Selector.Offer offer : Selector.Offer.values()) {
            SchemaField found = type.fields().get(offer.field());
            if (found != null) {
                checkMember(type, offer.field(), offer.type(entity));
            }
        }
        checkFacets(type);
        if (subgraph.types().get("SelectionEntry") instanceof SchemaType.ObjectType entry) {
            checkMembers(entry, ENTRY);
        }
        if (subgraph.types().containsKey("KeySet")
                && !(subgraph.types().get("KeySet") instanceof SchemaType.ScalarType)) {
            wrong.add("KeySet must be a scalar");
        }
        return Optional.of(type);
    }

    private void checkMembers(SchemaType.ObjectType type, Map<String, String> members) {
        members.forEach((member, expected) -> checkMember(type, member, expected));
    }

    private void checkMember(SchemaType.ObjectType type, String member, String expected) {
        SchemaField found = type.fields().get(member);
        String place = type.name() + "." + member;
        if (found == null) {
            wrong.add(type.name() + " must have " + member + ": " + expected);
        } else if (!found.type().print().equals(expected)) {
            wrong.add(place + " must be " + expected + ", not " + found.type().print());
        } else {
            checkRequired(found, place);
        }
    }

    private void checkFacets(SchemaType.ObjectType type) {
        SchemaField facets = type.fields().get("facets");
        if (facets == null) {
            return;
        }
        TypeReference named =
                facets.type() instanceof TypeReference.NonNull(TypeReference inner) ? inner : facets.type();
        if (!(named instanceof TypeReference.Named(String name))
                || !(subgraph.types().get(name) instanceof SchemaType.ObjectType)) {
            wrong.add(type.name() + ".facets must be of an object type, not "
                    + facets.type().print());
        }
        checkRequired(facets, type.name() + ".facets");
    }

    private void checkRequired(SchemaField field, String place) {
        field.arguments().values().stream()
                .filter(SchemaInputValue::isRequired)
                .forEach(argument ->
                        wrong.add(place + " requires " + argument.name() + ", which no gateway knows to send"));
    }
}
