package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** A question that was asked before: about the entities that came first then, others are asked while it is asked which they are now. */
final class AskAheadTest extends OverLists {

    private static final String QUERY = "query ($filter: RecordFilter, $orderBy: [RecordOrder!], $first: Int)"
            + " { records(filter: $filter, orderBy: $orderBy, first: $first) { nodes { number kind sure } } }";
    private static final Map<String, Object> FILTER = Map.of("kind", Map.of("lt", 11), "sure", Map.of("lt", 11));
    private static final List<Map<String, Object>> BY_YEAR = List.of(Map.of("year", "DESC"));

    @Override
    boolean tellsNodes(String service) {
        return Set.of("archive", "features").contains(service);
    }

    private Gateway streaming() {
        return gateway(settings(Strategy.STREAM, 30, 100, 1_000), this::noted);
    }

    private List<Integer> page(Gateway gateway, Map<String, Object> filter, List<Map<String, Object>> orderBy) {
        JsonNode answer = ask(gateway, QUERY, Map.of("filter", filter, "orderBy", orderBy, "first", 10));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        answer.at("/data/records/nodes").forEach(this::checkFields);
        return onPage(answer);
    }

    private List<Integer> expected() {
        return expected(FILTER, BY_YEAR).stream().limit(10).toList();
    }

    /** Archive answers not before the other has: who asks one after the other waits until time is up. */
    @ParameterizedTest
    @CsvSource({"sure, features", "near, search", "size, metadata"})
    void others_are_asked_while_the_first_ones_are_told_again(String field, String other) {
        Sinks.Empty<Void> otherAnswered = Sinks.empty();
        AtomicBoolean holding = new AtomicBoolean();
        Gateway gateway = gateway(
                new SelectionSettings(
                        20, 100, 30, 100, 1_000, 10_000, 100, 0, Duration.ofSeconds(20), Optional.of(Strategy.STREAM)),
                request -> {
                    noted(request);
                    if (!holding.get()) {
                        return null;
                    }
                    Mono<Response> answer = Mono.fromSupplier(() -> answer(request));
                    return request.subgraph().value().equals("archive")
                            ? otherAnswered.asMono().then(answer)
                            : answer.doOnSuccess(found -> otherAnswered.tryEmitEmpty());
                });
        Map<String, Object> filter = Map.of("kind", Map.of("lt", 11), field, Map.of("lt", 11));
        page(gateway, FILTER, BY_YEAR);
        page(gateway, filter, List.of());
        asked.clear();
        holding.set(true);

        assertThat(page(gateway, filter, BY_YEAR))
                .isEqualTo(expected(filter, BY_YEAR).stream().limit(10).toList());
        assertThat(asked.stream().filter(call -> call.contains("selection")))
                .as(asked.toString())
                .singleElement()
                .asString()
                .startsWith(other);
        assertThat(asked.stream().filter(call -> call.startsWith("archive")))
                .as(asked.toString())
                .containsExactly("archive entries nodes");
    }

    @Test
    void what_came_first_before_and_does_not_now_is_not_on_the_page() {
        Gateway gateway = streaming();
        List<Integer> before = page(gateway, FILTER, BY_YEAR);
        archive.put(before.getFirst(), Map.of("kind", 11, "year", 11));
        archive.put(before.get(1), Map.of("kind", 1, "year", 0));
        assertThat(expected()).doesNotContain(before.getFirst(), before.get(1)).hasSize(10);
        assertThat(page(gateway, FILTER, BY_YEAR)).isEqualTo(expected());
    }

    @Test
    void what_comes_first_now_and_did_not_before_is_on_the_page() {
        Gateway gateway = streaming();
        page(gateway, FILTER, BY_YEAR);
        List<Integer> last = expected(FILTER, BY_YEAR).reversed().subList(0, 2);
        last.forEach(key -> archive.put(key, Map.of("kind", 1, "year", 99)));
        assertThat(expected()).startsWith(last.stream().sorted().toArray(Integer[]::new));
        assertThat(page(gateway, FILTER, BY_YEAR)).isEqualTo(expected());
    }

    @Test
    void what_does_not_match_any_more_is_not_on_the_page() {
        Gateway gateway = streaming();
        List<Integer> before = page(gateway, FILTER, BY_YEAR);
        features.forget(before.getFirst());
        features.put(before.get(1), Map.of("sure", 11));
        assertThat(page(gateway, FILTER, BY_YEAR))
                .isEqualTo(expected())
                .doesNotContain(before.getFirst(), before.get(1));
    }

    /** One that fails of an entity that is not there any more is no reason for the selection to fail. */
    @Test
    void what_fails_ahead_is_asked_again_once_it_is_known_about_whom() {
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean refusing = new AtomicBoolean();
        Gateway gateway = gateway(settings(Strategy.STREAM, 30, 100, 1_000), request -> {
            if (refusing.get() && request.subgraph().value().equals("features") && refused.getAndIncrement() == 0) {
                return Mono.just(new Response.Failed(Reason.UNREACHABLE, "gone for a moment"));
            }
            return null;
        });
        List<Integer> before = page(gateway, FILTER, BY_YEAR);
        archive.put(before.getFirst(), Map.of("kind", 11, "year", 11));
        refusing.set(true);
        assertThat(page(gateway, FILTER, BY_YEAR)).isEqualTo(expected());
        assertThat(refused.get()).as("asked ahead, and again").isGreaterThan(1);
    }

    @Test
    void whoever_fails_still_fails_the_selection_by_name() {
        AtomicBoolean away = new AtomicBoolean();
        Gateway gateway = gateway(settings(Strategy.STREAM, 30, 100, 1_000), request -> {
            noted(request);
            return away.get() && request.subgraph().value().equals("features")
                    ? Mono.just(new Response.Failed(Reason.UNREACHABLE, "gone"))
                    : null;
        });
        page(gateway, FILTER, BY_YEAR);
        asked.clear();
        away.set(true);
        JsonNode answer = ask(gateway, QUERY, Map.of("filter", FILTER, "orderBy", BY_YEAR, "first", 10));
        assertThat(answer.at("/errors")).hasSize(1);
        assertThat(answer.at("/errors/0/extensions/service").asString()).isEqualTo("features");
        assertThat(asked.stream().filter(call -> call.startsWith("features")))
                .as("asked once")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void pages_are_right_however_much_changes_between_two_questions(int seed) {
        Random chance = new Random(seed);
        Gateway gateway = gateway(settings(chance.nextBoolean() ? Strategy.STREAM : null, 20, 100, 1_000), this::noted);
        List<Map<String, Object>> filters = List.of(
                FILTER,
                Map.of("kind", Map.of("lt", 11), "size", Map.of("lt", 11)),
                Map.of("or", List.of(Map.of("sure", Map.of("lt", 9)), Map.of("size", Map.of("lt", 8)))),
                Map.of("not", Map.of("near", Map.of("lt", 4))));
        List<List<Map<String, Object>>> orders =
                List.of(BY_YEAR, List.of(), List.of(Map.of("sure", "DESC")), List.of(Map.of("kind", "ASC")));
        for (int round = 0; round < 150; round++) {
            Map<String, Object> filter = filters.get(chance.nextInt(filters.size()));
            List<Map<String, Object>> orderBy = orders.get(chance.nextInt(orders.size()));
            assertThat(page(gateway, filter, orderBy))
                    .as("round %d: %s by %s", round, filter, orderBy)
                    .isEqualTo(expected(filter, orderBy).stream().limit(10).toList());
            for (int change = chance.nextInt(3); change > 0; change--) {
                change(chance);
            }
        }
    }

    private void change(Random chance) {
        int key = new ArrayList<>(there).get(chance.nextInt(there.size()));
        ListService service = services.get(chance.nextInt(services.size()));
        Optional<ListService> forgetful =
                Optional.of(service).filter(some -> some != archive && chance.nextInt(3) == 0);
        forgetful.ifPresentOrElse(
                some -> some.forget(key),
                () -> service.put(
                        key,
                        service.hasField("kind")
                                ? Map.of("kind", chance.nextInt(12), "year", chance.nextInt(12))
                                : service.hasField("size")
                                        ? Map.of("size", chance.nextInt(12), "age", chance.nextInt(12))
                                        : service.hasField("sure")
                                                ? Map.of("sure", chance.nextInt(12))
                                                : Map.of("near", chance.nextInt(12))));
    }
}
