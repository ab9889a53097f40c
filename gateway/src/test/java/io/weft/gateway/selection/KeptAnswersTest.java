package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.DataVersion;
import io.weft.contracts.HeaderNames;
import io.weft.contracts.VersionWish;
import io.weft.contracts.VersionedAnswer;
import io.weft.gateway.Gateway;
import io.weft.gateway.Requests;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.http.server.EventLoopTimers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Services that tell the version of their data, and which of their answers hold. */
final class KeptAnswersTest extends OverLists {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String PAGE =
            "query ($filter: RecordFilter, $orderBy: [RecordOrder!]) { records(filter: $filter, orderBy: $orderBy, first: 10) { nodes { number kind size sure } } }";

    /** Three on one server, one on another. */
    private final Map<String, String> sources =
            Map.of("archive", "one", "metadata", "one", "features", "one", "search", "other");

    private final Map<String, Integer> versions = new HashMap<>(Map.of("one", 1, "other", 1));
    private final List<String> sent = new ArrayList<>();
    private final AtomicInteger unless = new AtomicInteger();
    private final Set<String> known = new HashSet<>();
    private Duration holds = LONG;
    private boolean silent;

    private DataVersion version(String service) {
        String source = String.valueOf(sources.get(service));
        return new DataVersion(source, String.valueOf(versions.get(source)));
    }

    /** As the protocol has it, by a service that knows the version of what it is asked a second time. */
    private Response versioned(Request request) {
        String service = request.subgraph().value();
        VersionWish wish = VersionWish.parse(request.headers().getOrDefault(HeaderNames.DATA_VERSION, ""));
        DataVersion now = sources.containsKey(service) ? version(service) : new DataVersion("none", "1");
        if (wish instanceof VersionWish.Unless) {
            unless.incrementAndGet();
        }
        if (wish instanceof VersionWish.Unless(DataVersion known) && known.equals(now)) {
            sent.add(describe(request) + " unless");
            return new Response.Answered(204, new byte[0], Optional.of(new VersionedAnswer(now, Duration.ZERO)));
        }
        sent.add(describe(request) + (wish instanceof VersionWish.Always ? " always" : ""));
        boolean again = !known.add(service + new String(request.body(), StandardCharsets.UTF_8));
        boolean tells =
                !silent && (wish instanceof VersionWish.Always || again && !(wish instanceof VersionWish.Nothing));
        return answer(request) instanceof Response.Answered(int status, byte[] body, var _) && tells
                ? new Response.Answered(
                        status, body, Optional.of(new VersionedAnswer(now, again ? holds : Duration.ZERO)))
                : answer(request);
    }

    private void changed(ListService service) {
        versions.merge(String.valueOf(sources.get(service.name())), 1, Integer::sum);
    }

    /** As requests come: what is asked at the same time is asked by one thread. */
    @Override
    JsonNode ask(Gateway gateway, String query, Map<String, Object> variables) {
        return Mono.fromSupplier(() -> Requests.anonymous(query, variables))
                .flatMap(gateway::execute)
                .subscribeOn(EventLoopTimers.here())
                .map(response -> JSON.readTree(response.body()))
                .blockOptional(Duration.ofMinutes(1))
                .orElseThrow();
    }

    /** Something or nothing is written. */
    private void write(Random chance) {
        ListService service = services.get(chance.nextInt(services.size()));
        int key = 1 + 997 * chance.nextInt(there.size());
        switch (chance.nextInt(6)) {
            case 0 -> {
                service.forget(key);
                changed(service);
            }
            case 1 -> {
                service.learn(key);
                changed(service);
            }
            default -> {}
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatever_is_written_each_answer_is_what_the_services_have(int seed) {
        Random chance = new Random(seed);
        Gateway gateway =
                gateway(settings(null, 30, 100, 1_000), request -> Mono.fromSupplier(() -> versioned(request)));
        List<Map<String, Object>> filters =
                IntStream.range(0, 6).mapToObj(i -> filter(chance, 3)).toList();
        List<List<Map<String, Object>>> orders =
                IntStream.range(0, 4).mapToObj(i -> order(chance)).toList();
        int kept = 0;
        for (int time = 0; time < 600; time++) {
            write(chance);
            Map<String, Object> filter = filters.get(chance.nextInt(filters.size()));
            List<Map<String, Object>> orderBy = orders.get(chance.nextInt(orders.size()));
            JsonNode answer = ask(gateway, PAGE, Map.of("filter", filter, "orderBy", orderBy));
            assertThat(onPage(answer))
                    .as(time + " " + filter + " " + orderBy)
                    .isEqualTo(expected(filter, orderBy).stream().limit(10).toList());
            answer.at("/data/records/nodes").forEach(this::checkFields);
            kept += (int) reports.getLast().calls().stream()
                    .filter(SelectionReport.Call::kept)
                    .count();
        }
        assertThat(kept).isGreaterThan(100);
    }

    @Test
    void where_nothing_has_changed_one_of_each_server_is_asked_and_nothing_comes() {
        Gateway gateway = gateway(
                settings(Strategy.FULL, 30, 100, 1_000), request -> Mono.fromSupplier(() -> versioned(request)));
        String query =
                "{ records(filter: {kind: {lt: 9}, size: {lt: 9}, sure: {lt: 9}, near: {lt: 9}}) { totalCount } }";
        JsonNode first = ask(gateway, query, Map.of());
        ask(gateway, query, Map.of());
        assertThat(sent).hasSizeGreaterThanOrEqualTo(8);
        sent.clear();
        assertThat(ask(gateway, query, Map.of())).isEqualTo(first);
        assertThat(sent).hasSize(2).allMatch(call -> call.endsWith("unless"));
        assertThat(reports.getLast().calls()).allMatch(SelectionReport.Call::kept);
    }

    /** Who is asked something new tells for those who would say the same. */
    @Test
    void where_somebody_is_asked_anyway_nobody_else_is() {
        Gateway gateway = gateway(
                settings(Strategy.STREAM, 30, 100, 1_000), request -> Mono.fromSupplier(() -> versioned(request)));
        String query =
                "query ($sure: Int!) { records(filter: {size: {lt: 13}, sure: {lt: $sure}}, orderBy: [{kind: ASC}], first: 3) { nodes { number } } }";
        for (int time = 0; time < 3; time++) {
            ask(gateway, query, Map.of("sure", 13));
        }
        sent.clear();
        JsonNode answer = ask(gateway, query, Map.of("sure", 14));
        assertThat(onPage(answer))
                .isEqualTo(
                        expected(
                                        Map.of("size", Map.of("lt", 13), "sure", Map.of("lt", 14)),
                                        List.of(Map.of("kind", "ASC")))
                                .stream()
                                .limit(3)
                                .toList());
        assertThat(sent).containsExactly("features selection", "features selection always");
    }

    @Test
    void what_is_not_said_to_hold_is_asked_each_time() {
        holds = Duration.ZERO;
        asksAsMuchAgain(settings(Strategy.FULL, 30, 100, 1_000));
    }

    @Test
    void who_wants_nothing_kept_asks_each_time() {
        asksAsMuchAgain(new SelectionSettings(
                20, 100, 30, 100, 1_000, 1_000_000, 100, 0, Duration.ofMinutes(1), Optional.of(Strategy.FULL)));
    }

    private static final String QUERY = "{ records(filter: {kind: {lt: 9}, size: {lt: 9}}) { totalCount } }";

    private void asksAsMuchAgain(SelectionSettings settings) {
        Gateway gateway = gateway(settings, request -> Mono.fromSupplier(() -> versioned(request)));
        ask(gateway, QUERY, Map.of());
        ask(gateway, QUERY, Map.of());
        sent.clear();
        ask(gateway, QUERY, Map.of());
        assertThat(sent).hasSizeGreaterThanOrEqualTo(2).noneMatch(call -> call.endsWith("unless"));
        assertThat(reports.getLast().calls()).noneMatch(SelectionReport.Call::kept);
    }

    /** Who was to tell for others fails: that is his failure, and only his. */
    @Test
    void who_fails_to_tell_does_not_hold_others_up() {
        Gateway gateway = gateway(settings(Strategy.FULL, 30, 100, 1_000), this::featuresFailing);
        ask(gateway, TWO, Map.of());
        ask(gateway, TWO, Map.of());
        fails = true;
        JsonNode answer = ask(gateway, TWO, Map.of());
        assertThat(answer.at("/errors/0/extensions/service").asString())
                .as(answer.toString())
                .isEqualTo("features");
        assertThat(answer.at("/data/b/totalCount").asInt())
                .isEqualTo(expected(Map.of("kind", Map.of("lt", 9), "size", Map.of("lt", 9)), List.of())
                        .size());
    }

    private static final String TWO =
            "{ a: records(filter: {sure: {lt: 9}, size: {lt: 9}}) { totalCount } b: records(filter: {kind: {lt: 9}, size: {lt: 9}}) { totalCount } }";

    private boolean fails;

    private @Nullable Mono<Response> featuresFailing(Request request) {
        return fails && request.subgraph().value().equals("features")
                ? Mono.just(new Response.Failed(Reason.UNREACHABLE, "subgraph 'features' could not be reached"))
                : Mono.fromSupplier(() -> versioned(request));
    }

    /** As services do where somebody writes all the time. */
    @Test
    void what_has_changed_is_not_asked_about_again() {
        Gateway gateway = gateway(
                settings(Strategy.FULL, 30, 100, 1_000), request -> Mono.fromSupplier(() -> versioned(request)));
        ask(gateway, QUERY, Map.of());
        ask(gateway, QUERY, Map.of());
        changed(archive);
        silent = true;
        for (int time = 0; time < 5; time++) {
            ask(gateway, QUERY, Map.of());
        }
        assertThat(unless).as("once of each that was kept").hasPositiveValue().hasValueLessThanOrEqualTo(2);
    }

    /** What is kept of all is dropped, one by one, as it turns out to have changed. */
    @Test
    void after_a_write_all_is_asked_anew_and_kept_again() {
        Gateway gateway = gateway(
                settings(Strategy.FULL, 30, 100, 1_000), request -> Mono.fromSupplier(() -> versioned(request)));
        ask(gateway, QUERY, Map.of());
        ask(gateway, QUERY, Map.of());
        for (int time = 0; time < 3; time++) {
            archive.forget(1 + 997 * time);
            changed(archive);
            JsonNode changed = ask(gateway, QUERY, Map.of());
            assertThat(reports.getLast().calls()).noneMatch(SelectionReport.Call::kept);
            assertThat(changed.at("/data/records/totalCount").asInt())
                    .isEqualTo(expected(Map.of("kind", Map.of("lt", 9), "size", Map.of("lt", 9)), List.of())
                            .size());
            assertThat(ask(gateway, QUERY, Map.of())).isEqualTo(changed);
            assertThat(reports.getLast().calls()).allMatch(SelectionReport.Call::kept);
        }
    }
}
