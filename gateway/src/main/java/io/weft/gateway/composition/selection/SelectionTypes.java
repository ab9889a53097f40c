package io.weft.gateway.composition.selection;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.ReachedTypes;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParseSubgraph;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The schema of the subgraph that the gateway itself is: its own types, and those that the subgraphs bring along. */
final class SelectionTypes {

    private static final URI NOWHERE = URI.create("weft:selection");

    private final SubgraphName name;
    private final List<ParsedSubgraph> others;
    private final Problems problems;
    private final StringBuilder sdl = new StringBuilder("""
            extend schema
              @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires"])
            """);
    private final String pageInfo;
    private final BroughtTypes brought;
    private final Map<String, Map<String, SchemaInputValue>> inputs = new LinkedHashMap<>();
    private final Map<String, Map<String, SchemaField>> facets = new LinkedHashMap<>();
    private final Map<String, Map<String, SubgraphName>> owners = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> arguments = new HashMap<>();

    private String entity = "";
    private String key = "";
    private String rootField = "";
    private boolean isParent;
    private boolean isFiltered;
    private boolean isOrdered;
    private boolean hasFacets;

    /** @param others what else is in the graph: names there are taken */
    SelectionTypes(SubgraphName name, List<ParsedSubgraph> others, Problems problems) {
        this.name = name;
        this.others = others;
        this.problems = problems;
        this.brought = new BroughtTypes(problems);
        boolean shared = others.stream()
                .flatMap(subgraph -> Optional.ofNullable(subgraph.types().get("PageInfo")).stream())
                .allMatch(type -> type instanceof SchemaType.ObjectType object && isShareable(object));
        this.pageInfo = shared ? "PageInfo" : "SelectionPageInfo";
        sdl.append("""
                type %s @shareable {
                  hasNextPage: Boolean!
                  hasPreviousPage: Boolean!
                  startCursor: String
                  endCursor: String
                }
                """.formatted(pageInfo));
    }

    private static boolean isShareable(SchemaType.ObjectType type) {
        Set<String> fields = Set.of("hasNextPage", "hasPreviousPage", "startCursor", "endCursor");
        return type.fields().keySet().equals(fields)
                && (type.has(FederationDirective.SHAREABLE)
                        || type.fields().values().stream().allMatch(field -> field.has(FederationDirective.SHAREABLE)));
    }

    /** @param selecting whether there are selections within entities of this type, too */
    void begin(String ofEntity, String byKey, String asField, boolean selecting) {
        isParent = selecting;
        entity = ofEntity;
        key = byKey;
        rootField = asField;
        isFiltered = false;
        isOrdered = false;
        hasFacets = false;
    }

    Selector.Part filter(SelectorField selector, SchemaType.InputType filter) {
        isFiltered = true;
        return input(selector, "filter", entity + "Filter", filter, Selector.Filter.CONNECTIVES);
    }

    Selector.Part order(SelectorField selector, SchemaType.InputType order) {
        isOrdered = true;
        return input(selector, "orderBy", entity + "Order", order, List.of());
    }

    private Selector.Part input(
            SelectorField selector, String argument, String whole, SchemaType.InputType part, List<String> own) {
        TypeReference type = selector.argumentType(argument);
        Map<String, SchemaInputValue> fields = inputs.computeIfAbsent(whole, at -> new LinkedHashMap<>());
        if (selector.as().isPresent()) {
            String as = selector.as().get();
            if (claim(selector, whole, as)) {
                fields.put(
                        as,
                        new SchemaInputValue(
                                as,
                                part.description(),
                                new TypeReference.Named(part.name()),
                                Optional.empty(),
                                List.of(),
                                part.line()));
            }
            brought.bring(selector.subgraph(), part.name());
            return new Selector.Part(type, Set.of(as), true);
        }
        Set<String> taken = new LinkedHashSet<>();
        for (SchemaInputValue field : part.fields().values()) {
            if (own.contains(field.name())) {
                continue;
            }
            if (field.isRequired()) {
                wrong(selector, part.name() + "." + field.name() + " is required, but not everybody will ask for it");
            } else if (claim(selector, whole, field.name())) {
                fields.put(field.name(), brought.usable(field));
                taken.add(field.name());
                brought.bring(selector.subgraph(), field.type().typeName());
            }
        }
        return new Selector.Part(type, taken, false);
    }

    Selector.Part facets(SelectorField selector, SchemaType.ObjectType part) {
        hasFacets = true;
        String whole = entity + "Facets";
        TypeReference type = selector.facetsType();
        Map<String, SchemaField> fields = facets.computeIfAbsent(whole, at -> new LinkedHashMap<>());
        if (selector.as().isPresent()) {
            String as = selector.as().get();
            if (claim(selector, whole, as)) {
                fields.put(as, new SchemaField(as, part.description(), type, Map.of(), List.of(), part.line()));
            }
            brought.bring(selector.subgraph(), part.name());
            return new Selector.Part(type, Set.of(as), true);
        }
        Set<String> taken = new LinkedHashSet<>();
        for (SchemaField field : part.fields().values()) {
            if (claim(selector, whole, field.name())) {
                fields.put(field.name(), brought.usable(field));
                taken.add(field.name());
                ReachedTypes.of(field, selector.subgraph().types())
                        .forEach(reached -> brought.bring(selector.subgraph(), reached));
            }
        }
        return new Selector.Part(type, taken, false);
    }

    private boolean claim(SelectorField selector, String whole, String field) {
        SubgraphName other =
                owners.computeIfAbsent(whole, at -> new HashMap<>()).putIfAbsent(field, selector.name());
        if (other != null) {
            wrong(
                    selector,
                    whole + "." + field + " would come from subgraph " + other + " too: give one of them a name of its"
                            + " own with @selector(as:)");
        }
        return other == null;
    }

    private void wrong(SelectorField selector, String why) {
        problems.error(
                ErrorCode.SELECTOR_INVALID,
                why,
                selector.coordinate(),
                selector.name(),
                selector.field().line());
    }

    /** Writes what {@link #begin} began. */
    void end() {
        new TakenNames(others, problems).check(entity, rootField);
        String taken = (isFiltered ? "filter: %1$sFilter ".formatted(entity) : "")
                + (isOrdered ? "orderBy: [%1$sOrder!] ".formatted(entity) : "")
                + "first: Int after: String last: Int before: String";
        keys.put(entity, key);
        arguments.put(entity, taken);
        sdl.append("""
                extend type Query {
                  "Those that match, over all services."
                  %2$s(%3$s): %1$sConnection
                }

                type %1$sConnection {
                  edges: [%1$sEdge!]!
                  nodes: [%1$s!]!
                  pageInfo: %4$s!
                  "How many match, exactly."
                  totalCount: Int!
                  "How many match, exactly, but no further than the limit."
                  totalCountAtMost(limit: Int!): Int!
                  "About how many match, from statistics: a fraction of the exact count's cost."
                  estimatedCount: Float!
                %5$s}

                type %1$sEdge {
                  cursor: String!
                  "How well it matches, where the order is one by match. Distances are told as they are: the smaller, the nearer."
                  score: Float
                  node: %1$s!
                }

                type %1$s @key(fields: "%6$s"%7$s) {
                  %6$s: Int!
                }
                """.formatted(
                        entity,
                        rootField,
                        taken,
                        pageInfo,
                        hasFacets ? "  \"What is said of all that match.\"\n  facets: " + entity + "Facets!\n" : "",
                        key,
                        isParent ? "" : ", resolvable: false"));
        if (isFiltered) {
            sdl.append("""
                    "Conditions on what any service knows. Several in one object hold together."
                    input %1$sFilter {
                      and: [%1$sFilter!]
                      or: [%1$sFilter!]
                      "Holds where that does not hold, be it only because a value is missing."
                      not: %1$sFilter
                    }
                    """.formatted(entity));
        }
    }

    /** Once all entities have ended. */
    void within(List<WithinField> fields) {
        sdl.append(new ParentTypes(others, brought, problems).sdl(fields, keys, arguments));
    }

    /** Empty where something is wrong with it; that is among the problems then. */
    Optional<ParsedSubgraph> subgraph() {
        return new ParseSubgraph(new SubgraphSource(name, NOWHERE, sdl.toString()), problems)
                .parse()
                .map(parsed -> {
                    Map<String, SchemaType> types = new LinkedHashMap<>(parsed.types());
                    inputs.forEach((input, fields) -> {
                        Map<String, SchemaInputValue> all = new LinkedHashMap<>();
                        SchemaType.Header header = types.get(input) instanceof SchemaType.InputType written
                                ? written.header()
                                : header(input, "What to order by: one thing in each object. Later ones break ties.");
                        if (types.get(input) instanceof SchemaType.InputType written) {
                            all.putAll(written.fields());
                        }
                        all.putAll(fields);
                        types.put(input, new SchemaType.InputType(header, all));
                    });
                    facets.forEach((type, fields) -> types.put(
                            type,
                            new SchemaType.ObjectType(
                                    header(type, "What is said of all that match, by service."), fields, Set.of())));
                    List<String> clash = new ArrayList<>(brought.types().keySet());
                    clash.retainAll(types.keySet());
                    clash.forEach(this::taken);
                    brought.types().forEach(types::putIfAbsent);
                    return parsed.withTypes(types);
                });
    }

    private void taken(String type) {
        problems.error(
                ErrorCode.SELECTION_NAME_TAKEN,
                "a selector's filter, order or facets lead to a type that the selection itself needs by this name",
                Coordinate.of(type),
                List.of());
    }

    private static SchemaType.Header header(String name, String description) {
        return new SchemaType.Header(name, Optional.of(description), List.of(), 0, Set.of(Origin.DEFINITION));
    }
}
