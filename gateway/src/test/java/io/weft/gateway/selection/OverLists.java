package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.GatewayResponse;
import io.weft.gateway.Graph;
import io.weft.gateway.Requests;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.Executor;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.operation.Introspection;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.security.Policies;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Services that keep the contract over lists in memory, a gateway over them, and questions by chance. */
abstract class OverLists {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int RECORDS = 200;
    final List<SelectionReport> reports = new CopyOnWriteArrayList<>();
    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    final Random random = new Random(41);
    /** So far from each other that a set of them has more than one container. */
    final Set<Integer> there =
            IntStream.range(0, RECORDS).map(i -> 1 + 997 * i).boxed().collect(Collectors.toCollection(TreeSet::new));

    final ListService archive = service("archive", true, 1, "kind", "year");
    final ListService metadata = service("metadata", false, 0.7, "size", "age");
    final ListService features = service("features", false, 0.5, "sure");
    final ListService search = service("search", false, 0.6, "near");
    final List<ListService> services = List.of(archive, metadata, features, search);
    final ShelfService shelves = new ShelfService();

    /** All subgraphs, those that only have something to do with records included. */
    List<ListGraph> graphs() {
        List<ListGraph> graphs = new ArrayList<>(services);
        graphs.add(shelves);
        return graphs;
    }

    /** Whether a service offers the entities themselves. */
    boolean tellsNodes(String service) {
        return false;
    }

    ListService service(String name, boolean all, double known, String... fields) {
        Map<Integer, Map<String, Integer>> records = new HashMap<>();
        for (int key : there) {
            if (random.nextDouble() < known) {
                Map<String, Integer> values = new HashMap<>();
                for (String field : fields) {
                    if (random.nextInt(10) > 0) {
                        values.put(field, random.nextInt(12));
                    }
                }
                records.put(key, values);
            }
        }
        ListService service = new ListService(name, all, tellsNodes(name), List.of(fields), records);
        service.universe(there);
        return service;
    }

    static SelectionSettings settings(@Nullable Strategy strategy, int firstLook, int maxWithin, int lookedAt) {
        return new SelectionSettings(
                20,
                100,
                firstLook,
                maxWithin,
                lookedAt,
                10_000_000,
                500,
                1_000_000,
                Duration.ofMinutes(1),
                Optional.ofNullable(strategy));
    }

    List<Integer> expected(Map<String, Object> filter, List<Map<String, Object>> orderBy) {
        Comparator<Integer> order = Comparator.naturalOrder();
        List<Integer> selected =
                there.stream().filter(key -> matches(key, filter)).toList();
        if (!orderBy.isEmpty()) {
            ListService by = owner(orderBy.getFirst().keySet().iterator().next());
            Comparator<Integer> known =
                    by.order(orderBy, selected.stream().filter(by::knows).toList());
            order = (a, b) -> by.knows(a) && by.knows(b)
                    ? known.compare(a, b)
                    : by.knows(a) ? -1 : by.knows(b) ? 1 : Integer.compare(a, b);
        }
        return selected.stream().sorted(order).toList();
    }

    @SuppressWarnings("unchecked") // as made below
    boolean matches(int key, Map<String, Object> filter) {
        return filter.entrySet().stream().allMatch(part -> switch (part.getKey()) {
            case "and" -> ((List<Map<String, Object>>) part.getValue()).stream().allMatch(inner -> matches(key, inner));
            case "or" -> ((List<Map<String, Object>>) part.getValue()).stream().anyMatch(inner -> matches(key, inner));
            case "not" -> !matches(key, (Map<String, Object>) part.getValue());
            default -> owner(part.getKey()).matches(key, Map.of(part.getKey(), part.getValue()));
        });
    }

    ListService owner(String field) {
        return services.stream()
                .filter(service ->
                        service.sdl().contains("\n" + field + (field.endsWith("Mixed") ? ": Direction" : ": IntTest")))
                .findFirst()
                .orElseThrow();
    }

    static final List<String> FIELDS = List.of("kind", "year", "size", "age", "sure", "near");

    static Map<String, Object> filter(Random chance, int depth) {
        Map<String, Object> filter = new LinkedHashMap<>();
        int parts = chance.nextInt(3) + (depth > 1 ? 1 : 0);
        for (int i = 0; i < parts; i++) {
            switch (depth > 1 ? chance.nextInt(6) : 5) {
                case 0 -> filter.put("and", list(chance, depth - 1));
                case 1, 2 -> filter.put("or", list(chance, depth - 1));
                case 3 -> filter.put("not", filter(chance, depth - 1));
                default -> filter.put(FIELDS.get(chance.nextInt(FIELDS.size())), test(chance));
            }
        }
        return filter;
    }

    static List<Map<String, Object>> list(Random chance, int depth) {
        return IntStream.range(0, chance.nextInt(4))
                .mapToObj(i -> filter(chance, depth))
                .toList();
    }

    static Map<String, Object> test(Random chance) {
        return switch (chance.nextInt(5)) {
            case 0 -> Map.of("isNull", chance.nextBoolean());
            case 1 -> Map.of("eq", chance.nextInt(12));
            default -> Map.of("lt", chance.nextInt(13));
        };
    }

    static List<Map<String, Object>> order(Random chance) {
        return switch (chance.nextInt(8)) {
            case 6 -> List.of(Map.of("searchMixed", "ASC"));
            case 7 -> List.of(Map.of("archiveMixed", "DESC"));
            case 0 -> List.of();
            case 1 -> List.of(Map.of("near", "ASC"));
            case 2 -> List.of(Map.of("near", "DESC"));
            case 3 -> List.of(Map.of("size", "DESC"), Map.of("age", "ASC"));
            case 4 -> List.of(Map.of("kind", "ASC"), Map.of("year", "DESC"));
            default -> List.of(Map.of("sure", "DESC"));
        };
    }

    String error(Gateway gateway, String query) {
        JsonNode answer = ask(gateway, query, Map.of());
        return answer.at("/errors/0/message").asString(answer.toString());
    }

    JsonNode ask(Gateway gateway, String query, Map<String, Object> variables) {
        GatewayResponse response = gateway.execute(Requests.anonymous(query, variables))
                .blockOptional(Duration.ofMinutes(1))
                .orElseThrow();
        return JSON.readTree(response.body());
    }

    Gateway gateway(SelectionSettings settings) {
        return gateway(settings, request -> null);
    }

    Gateway gateway(
            SelectionSettings settings,
            Function<SubgraphTransport.Request, @Nullable Mono<SubgraphTransport.Response>> trouble) {
        return gateway(composed().supergraph(), settings, trouble);
    }

    CompositionResult.Composed composed() {
        return composed(StitchedGraph.PLAIN);
    }

    CompositionResult.Composed composed(StitchedGraph stitching) {
        return composed(new Composer(stitching)
                .compose(graphs().stream()
                        .map(service -> new SubgraphSource(
                                new SubgraphName(service.name()),
                                URI.create("http://" + service.name()),
                                service.sdl()))
                        .toList()));
    }

    static CompositionResult.Composed composed(CompositionResult result) {
        return switch (result) {
            case CompositionResult.Composed composed -> composed;
            case CompositionResult.Refused(var errors) ->
                throw new AssertionError(
                        errors.stream().map(error -> error.print()).collect(Collectors.joining("\n")));
        };
    }

    CompositionResult.Composed readBack() {
        return composed(new ReadSupergraph().read(composed().supergraphSdl()));
    }

    Gateway gateway(
            Supergraph supergraph,
            SelectionSettings settings,
            Function<SubgraphTransport.Request, @Nullable Mono<SubgraphTransport.Response>> trouble) {
        SubgraphTransport transport = request -> Mono.defer(() -> {
            Mono<SubgraphTransport.Response> instead = trouble.apply(request);
            return instead != null ? instead : Mono.fromSupplier(() -> answer(request));
        });
        var selections = supergraph.selections().orElseThrow();
        Graph graph = new Graph(
                supergraph,
                OperationLimits.DEFAULT,
                Introspection.ALLOWED,
                new Planner(supergraph),
                Set.of(),
                1_000_000,
                Map.of(
                        selections.subgraph(),
                        new SelectionSubgraph(selections, transport, settings, (_, report) -> reports.add(report))),
                Policies.NONE);
        return new Gateway(graph, new Executor(transport));
    }

    @SuppressWarnings("unchecked") // a JSON object
    SubgraphTransport.Response answer(SubgraphTransport.Request request) {
        ListGraph service = graphs().stream()
                .filter(candidate -> candidate.name().equals(request.subgraph().value()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> body = JSON.readValue(request.body(), Map.class);
        Map<String, Object> variables = (Map<String, Object>) body.getOrDefault("variables", Map.of());
        return new SubgraphTransport.Response.Answered(
                200, JSON.writeValueAsBytes(service.execute(String.valueOf(body.get("query")), variables)));
    }

    void check(JsonNode answer, Map<String, Object> filter, int first) {
        assertThat(onPage(answer))
                .isEqualTo(expected(filter, List.of()).stream().limit(first).toList())
                .isNotEmpty();
        answer.at("/data/records/nodes").forEach(this::checkFields);
    }

    void checkFields(JsonNode node) {
        int key = node.path("number").asInt();
        for (ListService service : services) {
            for (String field : FIELDS) {
                if (service.hasField(field) && node.has(field)) {
                    assertThat(node.path(field).toString())
                            .as(field + " of " + key)
                            .isEqualTo(String.valueOf(service.value(key, field)));
                }
            }
        }
    }

    static List<Integer> onPage(JsonNode answer) {
        assertThat(answer.at("/data/records/nodes").isArray())
                .as(answer.toString())
                .isTrue();
        return Stream.of(answer.at("/data/records/nodes"))
                .flatMap(nodes -> nodes.valueStream())
                .map(node -> node.path("number").asInt())
                .toList();
    }

    /** Remembers what is asked, and lets the service answer. */
    @Nullable Mono<SubgraphTransport.Response> noted(SubgraphTransport.Request request) {
        asked.add(describe(request));
        return null;
    }

    static String describe(SubgraphTransport.Request request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return request.subgraph()
                + (body.contains("keys complete") ? " selection" : body.contains("estimate") ? " estimate" : "")
                + (body.contains("entries") ? " entries" : "")
                + (body.contains("_entities") ? " entities" : "")
                + (body.contains(" nodes {") ? " nodes" : "");
    }
}
