package io.weft.gateway.selection;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import io.weft.contracts.SharedSdl;
import io.weft.contracts.selection.KeySet;
import io.weft.gateway.subgraph.SubgraphSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph that keeps the selection contract over a list in memory. It knows numbers about records, filters and orders by
 * them, and counts their values.
 */
final class ListService implements ListGraph {

    private final String name;
    private final boolean all;
    private final boolean tellsNodes;
    private final List<String> fields;
    private final Map<Integer, Map<String, Integer>> records;
    private final GraphQL graphQl;
    final AtomicInteger calls = new AtomicInteger();

    /** What its estimates are multiplied by. */
    double boast = 1.1;

    /**
     * @param all     whether it takes part for all records, known or not
     * @param tellsNodes whether it offers the entities themselves
     * @param records what it knows, by key; each knows some of the fields
     */
    ListService(
            String name,
            boolean all,
            boolean tellsNodes,
            List<String> fields,
            Map<Integer, Map<String, Integer>> records) {
        this.name = name;
        this.tellsNodes = tellsNodes;
        this.all = all;
        this.fields = fields;
        this.records = records;
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(ExtendedScalars.Json.transform(scalar -> scalar.name("KeySet")))
                .type("Query", query -> query.dataFetcher(name + "Selection", this::select))
                .type(
                        "Record",
                        record -> record.defaultDataFetcher(
                                environment -> Objects.requireNonNull(environment.<Map<String, Object>>getSource())
                                        .get(environment.getField().getName())));
        this.graphQl = GraphQL.newGraphQL(SubgraphSchema.of(
                        sdl(),
                        wiring.build(),
                        environment -> entities(environment.getArgument("representations")),
                        environment -> (GraphQLObjectType)
                                Objects.requireNonNull(environment.getSchema().getType("Record"))))
                .preparsedDocumentProvider(new PreparedDocuments(10_000))
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sdl() {
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return SharedSdl.FEDERATION_LINK
                + SharedSdl.SELECTION
                + """
                type Query {
                  "Which this is."
                  %1$sName: String
                  %1$sSelection(
                    filter: %2$sFilter
                    orderBy: [%2$sOrder!]
                    within: KeySet
                    backward: Boolean! = false
                    first: Int!
                    after: String
                  ): %2$sSelection! @selector(entity: "Record", key: "number", relative: ["%1$sMixed"], approximate: ["%8$s"]%3$s) @inaccessible
                }
                type Record @key(fields: "number")%9$s {
                  number: Int!
                %4$s
                }
                input %2$sFilter {
                  and: [%2$sFilter!]
                  or: [%2$sFilter!]
                  not: %2$sFilter
                %5$s
                }
                input IntTest { eq: Int lt: Int isNull: Boolean }
                input %2$sOrder {
                %1$sMixed: Direction
                %6$s
                }
                enum Direction { ASC DESC }
                type %2$sSelection @inaccessible {
                  keys: KeySet!
                  complete: Boolean!
                  count: Int!
                  estimate: Float!
                  entries: [SelectionEntry!]!%10$s
                  facets: %2$sFacets!
                }
                type %2$sFacets {
                %7$s
                }
                type ValueCount @shareable { value: Int count: Int! }
                """.formatted(
                                name,
                                type,
                                all ? ", all: true" : "",
                                lines("%s: Int"),
                                lines("%s: IntTest"),
                                lines("%s: Direction"),
                                lines("%s(top: Int = 3): [ValueCount!]!"),
                                fields.getFirst(),
                                name.equals("metadata")
                                        ? " @selects(field: \"alike\", entity: \"Record\", filter: \"{ size: { eq: $size } }\")"
                                        : "",
                                tellsNodes ? "\n  nodes: [Record!]!" : "");
    }

    private String lines(String each) {
        return fields.stream().map(each::formatted).collect(Collectors.joining("\n"));
    }

    @Override
    public Map<String, Object> execute(String query, Map<String, Object> variables) {
        calls.incrementAndGet();
        return graphQl.execute(ExecutionInput.newExecutionInput(query)
                        .variables(variables)
                        .build())
                .toSpecification();
    }

    private List<Map<String, @Nullable Object>> entities(@Nullable List<Map<String, Object>> representations) {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Map<String, Object> representation : Objects.requireNonNull(representations)) {
            found.add(entity(((Number) Objects.requireNonNull(representation.get("number"))).intValue()));
        }
        return found;
    }

    private Map<String, @Nullable Object> entity(int key) {
        Map<String, @Nullable Object> entity = new HashMap<>(records.getOrDefault(key, Map.of()));
        entity.put("number", key);
        return entity;
    }

    /** Whether this service says that a record matches. */
    boolean matches(int key, Map<String, Object> filter) {
        Map<String, Integer> known = records.get(key);
        return (known != null || all)
                && filter.entrySet().stream().allMatch(part -> holds(key, known, part.getKey(), part.getValue()));
    }

    @SuppressWarnings("unchecked") // as the schema has it
    private boolean holds(int key, @Nullable Map<String, Integer> known, String field, Object value) {
        return switch (field) {
            case "and" -> ((List<Map<String, Object>>) value).stream().allMatch(part -> matches(key, part));
            case "or" -> ((List<Map<String, Object>>) value).stream().anyMatch(part -> matches(key, part));
            case "not" -> !matches(key, (Map<String, Object>) value);
            default -> {
                Integer own = known == null ? null : known.get(field);
                yield ((Map<String, Object>) value).entrySet().stream().allMatch(test -> switch (test.getKey()) {
                    case "eq" -> own != null && own.equals(test.getValue());
                    case "lt" -> own != null && own < (Integer) test.getValue();
                    default -> (own == null) == (Boolean) test.getValue();
                });
            }
        };
    }

    /**
     * Nulls last either way, ties by key.
     *
     * @param selected what is to be ordered: the places of some orders depend on it
     */
    Comparator<Integer> order(List<Map<String, Object>> orderBy, Collection<Integer> selected) {
        Map<Integer, Integer> mixed = new HashMap<>();
        selected.stream().sorted().forEach(key -> mixed.put(key, mixed.size() * 37 % 101));
        Comparator<Integer> order = null;
        for (Map<String, Object> entry : orderBy) {
            String field = entry.keySet().iterator().next();
            Comparator<Integer> values = Comparator.naturalOrder();
            Comparator<Integer> next = Comparator.comparing(
                    (Integer key) -> field.endsWith("Mixed")
                            ? mixed.get(key)
                            : records.getOrDefault(key, Map.of()).get(field),
                    Comparator.nullsLast("DESC".equals(entry.get(field)) ? values.reversed() : values));
            order = order == null ? next : order.thenComparing(next);
        }
        Comparator<Integer> byKey = Comparator.naturalOrder();
        return order == null ? byKey : order.thenComparing(byKey);
    }

    boolean hasField(String field) {
        return fields.contains(field);
    }

    /** Null where it does not know it. */
    @Nullable Integer value(int key, String field) {
        return records.getOrDefault(key, Map.of()).get(field);
    }

    boolean knows(int key) {
        return all || records.containsKey(key);
    }

    private final Set<Integer> visible = new TreeSet<>();

    /** From now on it knows nothing of a record. */
    void forget(int key) {
        records.remove(key);
    }

    /** From now on it knows a record, though none of its values. */
    void learn(int key) {
        records.put(key, Map.of());
    }

    /** From now on it knows these of a record's values, and no others. */
    void put(int key, Map<String, Integer> values) {
        records.put(key, Map.copyOf(values));
    }

    /** The records that there are. */
    void universe(Collection<Integer> keys) {
        visible.addAll(keys);
    }

    private Map<String, Object> select(DataFetchingEnvironment environment) {
        Map<String, Object> filter = environment.getArgumentOrDefault("filter", Map.of());
        List<Map<String, Object>> orderBy = environment.getArgumentOrDefault("orderBy", List.of());
        boolean backward = environment.getArgumentOrDefault("backward", false);
        int first = Objects.requireNonNull(environment.<Integer>getArgument("first"));
        if (first == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("whether one more follows could not be said");
        }
        String after = environment.getArgument("after");
        String within = environment.getArgument("within");
        KeySet only = within == null ? null : KeySet.decoded(within).orElseThrow();
        List<Integer> selected = visible.stream()
                .filter(key -> knows(key) && matches(key, filter) && (only == null || only.contains(key)))
                .toList();
        Comparator<Integer> order = order(orderBy, selected);
        List<Integer> matching =
                selected.stream().sorted(backward ? order.reversed() : order).toList();
        // the cursor is a key, and need not be of a record that matches still
        Comparator<Integer> walking = backward ? order.reversed() : order;
        List<Integer> rest = after == null
                ? matching
                : matching.stream()
                        .filter(key -> walking.compare(key, Integer.valueOf(after)) > 0)
                        .toList();
        List<Integer> page = rest.subList(0, Math.min(first, rest.size()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("keys", KeySet.of(page.stream().mapToInt(i -> i).toArray()).encoded());
        answer.put("complete", page.size() == rest.size());
        answer.put("count", matching.size());
        answer.put("estimate", matching.size() * boast);
        answer.put(
                "entries",
                page.stream()
                        .map(key -> Map.of("key", key, "cursor", String.valueOf(key), "score", key / 2.0))
                        .toList());
        List<Integer> told = environment.getSelectionSet().contains("entries")
                ? page
                : page.stream().sorted().toList();
        answer.put("nodes", told.stream().map(this::entity).toList());
        Map<String, Object> facets = new HashMap<>();
        fields.forEach(field -> facets.put(field, counts(matching, field)));
        answer.put("facets", facets);
        return answer;
    }

    List<Map<String, Object>> counts(List<Integer> keys, String field) {
        Map<Integer, Long> counts = keys.stream()
                .map(key -> records.getOrDefault(key, Map.of()).get(field))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> Map.<String, Object>of("value", entry.getKey(), "count", entry.getValue()))
                .toList();
    }
}
