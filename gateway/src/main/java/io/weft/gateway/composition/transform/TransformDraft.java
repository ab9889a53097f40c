package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.FieldAt;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.transform.Written;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A subgraph's schema while transforms are applied to it one after another. Its types change; so do its terms. */
final class TransformDraft {

    static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private static final Pattern NAME = Pattern.compile("(?!__)[_A-Za-z][_0-9A-Za-z]*");

    private final SubgraphName subgraph;
    private final Problems problems;
    private final Map<String, SchemaType> types;
    private final ServiceTerms terms;
    private final boolean marksShared;
    private boolean failed;

    TransformDraft(ParsedSubgraph parsed, Problems problems) {
        this.subgraph = parsed.name();
        this.problems = problems;
        this.types = new LinkedHashMap<>(parsed.types());
        this.terms = new ServiceTerms(parsed.types());
        this.marksShared = parsed.links().isFederationTwo();
    }

    /** As they are so far. */
    Map<String, SchemaType> types() {
        return Collections.unmodifiableMap(types);
    }

    ServiceTerms terms() {
        return terms;
    }

    /** Whether a field of several subgraphs has to be marked as such. */
    boolean marksShared() {
        return marksShared;
    }

    boolean hasFailed() {
        return failed;
    }

    /** @param message what is wrong, in one sentence without a full stop */
    void problem(Written at, String message) {
        failed = true;
        problems.error(
                ErrorCode.TRANSFORM_INVALID,
                message,
                List.of(
                        at.file().isEmpty()
                                ? new SourcePlace(subgraph, 0)
                                : new SourcePlace(subgraph, at.file(), at.line())));
    }

    void problem(Written at, String what, String unknown, Collection<String> known) {
        problem(at, "there is no " + what + " " + unknown + NearestName.suggestion(unknown, known));
    }

    /** Whether a text can be the name of an element; reports it where not. */
    boolean isName(Written name) {
        boolean is = NAME.matcher(name.text()).matches();
        if (!is) {
            problem(
                    name,
                    "'" + name.text() + "' is not a name: names are letters, digits and _, do not begin with a digit,"
                            + " and __ at the beginning is GraphQL's own");
        }
        return is;
    }

    /** The object or interface type; reports it where there is none. */
    Optional<SchemaType.Composite> composite(Written at, String type) {
        return switch (types.get(type)) {
            case null -> {
                problem(at, "type", type, types.keySet());
                yield Optional.empty();
            }
            case SchemaType.Composite composite -> Optional.of(composite);
            case SchemaType other -> {
                problem(at, type + " is " + withArticle(other.kind()) + " type, which has no such fields");
                yield Optional.empty();
            }
        };
    }

    /** The field; reports it where there is none. */
    Optional<SchemaField> field(Written at, FieldAt field) {
        return composite(at, field.type()).flatMap(composite -> {
            SchemaField found = composite.fields().get(field.field());
            if (found == null) {
                problem(at, "field", field.toString(), coordinates(composite));
            }
            return Optional.ofNullable(found);
        });
    }

    static Set<String> coordinates(SchemaType.Composite type) {
        Set<String> names = new LinkedHashSet<>();
        type.fields().keySet().forEach(field -> names.add(type.name() + "." + field));
        return names;
    }

    static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** The type, and the types that implement it. */
    Set<String> withImplementing(String type) {
        Set<String> found = new LinkedHashSet<>(Set.of(type));
        if (types.get(type) instanceof SchemaType.InterfaceType) {
            types.forEach((name, other) -> {
                if (other instanceof SchemaType.Composite composite
                        && composite.interfaces().contains(type)) {
                    found.add(name);
                }
            });
        }
        return found;
    }

    /** The interfaces of the type that have the field too, so that the type has to have it. */
    Set<String> demanding(FieldAt at) {
        Set<String> found = new LinkedHashSet<>();
        if (types.get(at.type()) instanceof SchemaType.Composite composite) {
            for (String name : composite.interfaces()) {
                if (types.get(name) instanceof SchemaType.InterfaceType contract
                        && contract.fields().containsKey(at.field())) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    void put(SchemaType type) {
        types.put(type.name(), type);
    }

    void putFields(String name, Map<String, SchemaField> fields) {
        if (types.get(name) instanceof SchemaType.Composite composite) {
            types.put(name, composite.with(composite.header(), fields));
        }
    }

    void putField(FieldAt at, SchemaField field) {
        if (types.get(at.type()) instanceof SchemaType.Composite composite) {
            Map<String, SchemaField> fields = new LinkedHashMap<>(composite.fields());
            fields.put(field.name(), field);
            putFields(at.type(), fields);
        }
    }

    void replaceTypes(Map<String, SchemaType> replacement) {
        types.clear();
        types.putAll(replacement);
    }
}
