package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.Gateway;
import io.weft.gateway.execution.SubgraphTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What clients are told where there is no answer, and that there is one where there can be. */
class SelectionErrorsTest extends OverLists {

    @Test
    void a_failure_is_told_once_though_fields_meet_it_at_different_questions() {
        Gateway gateway = gateway(
                SelectionSettings.USUAL,
                request -> request.subgraph().value().equals("features")
                        ? Mono.just(new SubgraphTransport.Response.Failed(
                                SubgraphTransport.Reason.UNREACHABLE, "subgraph 'features' could not be reached"))
                        : null);
        JsonNode answer = ask(
                gateway,
                "{ records(filter: {sure: {lt: 9}}) { totalCountAtMost(limit: 5) nodes { number } } }",
                Map.of());
        assertThat(answer.at("/errors").size()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.at("/errors/0/message").asString()).contains("'features'", "it was asked to tell");
    }

    @Test
    void it_is_told_which_calls_were_made_and_not_by_what_a_page_was_found_that_was_not() {
        for (Strategy strategy : List.of(Strategy.GATHER, Strategy.STREAM, Strategy.FULL)) {
            for (Mono<SubgraphTransport.Response> trouble : List.<Mono<SubgraphTransport.Response>>of(
                    Mono.never(),
                    Mono.just(new SubgraphTransport.Response.Failed(
                            SubgraphTransport.Reason.UNREACHABLE, "subgraph 'features' could not be reached")))) {
                reports.clear();
                Gateway gateway = gateway(
                        new SelectionSettings(
                                20, 100, 30, 100, 1_000, 1_000, 100, 0, Duration.ofMillis(300), Optional.of(strategy)),
                        request -> request.subgraph().value().equals("features") ? trouble : null);
                JsonNode answer = ask(
                        gateway,
                        "{ records(filter: {kind: {lt: 9}, sure: {lt: 9}}, orderBy: [{sure: ASC}]) { totalCount nodes { number } } }",
                        Map.of());
                assertThat(answer.at("/errors/0/extensions/service").asString())
                        .as(answer.toString())
                        .isEqualTo("features");
                assertThat(reports).singleElement().satisfies(report -> {
                    assertThat(report.strategy()).isEmpty();
                    assertThat(report.calls())
                            .extracting(call -> call.subgraph().value())
                            .contains("features");
                });
            }
        }
    }

    @Test
    void all_that_is_wrong_with_arguments_is_told() {
        JsonNode answer = ask(
                gateway(SelectionSettings.USUAL),
                "{ records { few: totalCountAtMost(limit: -1) } more: records(first: -1) { totalCount } }",
                Map.of());
        assertThat(answer.at("/errors").size()).as(answer.toString()).isEqualTo(2);
    }

    @Test
    void errors_say_nothing_of_how_they_were_made() {
        JsonNode error = ask(gateway(SelectionSettings.USUAL), "{ records(first: -1) { totalCount } }", Map.of())
                .at("/errors/0");
        assertThat(error.path("extensions").propertyNames()).containsExactlyInAnyOrder("code", "service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query ($null: Int = 1) { records { totalCountAtMost(limit: $null) } }",
                "query ($null: RecordFilter = {}) { records(filter: {and: [{}, $null]}) { totalCount } }",
                "query ($null: RecordFilter = {}) { records(filter: {or: [$null]}) { totalCount } }"
            })
    void a_null_that_a_default_lets_in_is_the_clients_mistake(String document) {
        JsonNode answer = ask(gateway(SelectionSettings.USUAL), document, Collections.singletonMap("null", null));
        assertThat(answer.at("/errors/0/message").asString()).contains("the variable \"$null\" is null");
        assertThat(answer.at("/errors/0/extensions/code").asString(answer.toString()))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void a_variable_within_facets_has_its_default() {
        JsonNode answer = ask(
                gateway(SelectionSettings.USUAL),
                "query ($some: Boolean = true, $other: Boolean = false) { records { facets { kind @include(if: $some) { value } year @include(if: $other) { value } } } }",
                Map.of());
        assertThat(answer.at("/data/records/facets").propertyNames())
                .as(answer.toString())
                .containsExactly("kind");
    }

    @Test
    void a_total_is_counted_up_to_the_largest_limit_there_is() {
        for (Map<String, Object> filter : List.<Map<String, Object>>of(
                Map.of(), Map.of("size", Map.of("lt", 6)), Map.of("kind", Map.of("lt", 6), "size", Map.of("lt", 6)))) {
            JsonNode answer = ask(
                    gateway(SelectionSettings.USUAL),
                    "query ($filter: RecordFilter) { records(filter: $filter) { totalCountAtMost(limit: 2147483647) } }",
                    Map.of("filter", filter));
            assertThat(answer.at("/data/records/totalCountAtMost").asInt())
                    .as(answer.toString())
                    .isEqualTo(expected(filter, List.of()).size());
        }
    }

    /** Nobody sees the type of a facet but where it is written: by then it is one of several services'. */
    @ParameterizedTest
    @CsvSource({
        "'\"count\":', '\"count\":\"many\",\"was\":', Int",
        "'\"count\":', '\"number\":', non-null",
        "'\"kind\":[', '\"kind\":[null,', non-null"
    })
    void facets_that_are_none_are_told_as_the_services_mistake(String right, String wrong, String told) {
        Gateway gateway = gateway(
                SelectionSettings.USUAL,
                request -> request.subgraph().value().equals("archive")
                        ? Mono.fromSupplier(() -> replaced(answer(request), right, wrong))
                        : null);
        JsonNode answer = ask(
                gateway, "{ few: records { how: facets { kind { value count } size { value count } } } }", Map.of());
        assertThat(answer.at("/data/few").isNull()).as(answer.toString()).isTrue();
        assertThat(answer.at("/errors")).as(answer.toString()).hasSize(1);
        JsonNode error = answer.at("/errors/0");
        assertThat(error.at("/extensions/service").asString()).isEqualTo("archive");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("SUBGRAPH_INVALID_ANSWER");
        assertThat(error.path("message").asString()).contains("whose facets are wrong", told);
    }

    private static SubgraphTransport.Response replaced(
            SubgraphTransport.Response response, String right, String wrong) {
        return response instanceof SubgraphTransport.Response.Answered(int status, byte[] body, var _)
                ? new SubgraphTransport.Response.Answered(
                        status,
                        new String(body, StandardCharsets.UTF_8)
                                .replace(right, wrong)
                                .getBytes(StandardCharsets.UTF_8))
                : response;
    }
}
