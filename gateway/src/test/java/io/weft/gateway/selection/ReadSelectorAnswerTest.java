package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.execution.SubgraphTransport.Reason;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadSelectorAnswerTest {

    private static final SelectorRequest REQUEST = SelectorRequest.of(
            new Selector(
                    new SubgraphName("lab"),
                    URI.create("http://lab"),
                    "labSelection",
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    new Selector.OrderKinds(Set.of(), Set.of()),
                    Optional.empty(),
                    Set.of()),
            Set.of(Want.ENTRIES, Want.CURSORS),
            1);

    private static SelectorAnswer read(String body) {
        return ReadSelectorAnswer.read(REQUEST, new Response.Answered(200, body.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"selection\":{\"entries\":[{\"key\":7,\"cursor\":\"c\",\"score\":0.5}],\"complete\":true}}}",
                "{\"extensions\":{\"data\":{\"selection\":{}}},\"data\":{\"along\":[{\"selection\":1},[]],\"selection\":{\"complete\":true,\"entries\":[{\"score\":0.5,\"cursor\":\"c\",\"key\":7}]},\"more\":{\"selection\":null}},\"errors\":[]}"
            })
    void it_stands_in_the_data_beside_what_went_along(String body) {
        SelectorAnswer answer = read(body);
        assertThat(answer.complete()).isTrue();
        assertThat(answer.entries())
                .isEqualTo(List.of(new SelectorAnswer.Entry(7, Optional.of("c"), Optional.of(0.5))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|no JSON",
                "nothing|no JSON",
                "''|no JSON",
                "{\"data\":{\"selection\":{}|no JSON",
                "{\"data\":{\"selection\":{}}}{}|no JSON",
                "{\"data\":{\"selection\":{}}} x|no JSON",
                "{}|no selection",
                "{\"data\":null}|no selection",
                "{\"data\":[{\"selection\":{}}]}|no selection",
                "{\"data\":{\"selection\":null}}|no selection",
                "{\"selection\":{}}|no selection"
            })
    void what_is_none_is_refused(String body, String how) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(SelectionFailure.class)
                .hasMessageContaining(how);
    }

    @Test
    void a_proxys_page_is_no_breach_of_the_contract() {
        Response page = new Response.Answered(502, "<html>".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ReadSelectorAnswer.read(REQUEST, page))
                .isInstanceOf(SelectionFailure.class)
                .hasMessageContaining("with HTTP status 502, but not in JSON")
                .hasMessageNotContaining("contract");
    }

    @Test
    void an_error_is_told_as_clients_know_the_selection() {
        assertThatThrownBy(
                        () -> read(
                                "{\"errors\":[{\"message\":\"labSelection.filter.gene: $weft__filter is none\",\"extensions\":{\"argument\":\"labSelection.filter.gene\",\"places\":[\"labSelection.first\", 1]}}]}"))
                .isInstanceOfSatisfying(SelectionFailure.class, failure -> {
                    assertThat(failure).hasMessage("filter.gene: $filter is none");
                    assertThat(failure.extensions())
                            .containsEntry("argument", "filter.gene")
                            .containsEntry("places", List.of("first", 1));
                });
    }

    @Test
    void a_service_that_does_not_answer_is_told_with_what_it_was_asked() {
        assertThatThrownBy(() -> ReadSelectorAnswer.read(
                        REQUEST.within(KeySet.of(3, 4)),
                        new Response.Failed(Reason.TIMEOUT, "the service 'lab' is late")))
                .isInstanceOf(SelectionFailure.class)
                .hasMessageContainingAll("the service 'lab' is late", "to tell entries within 2 keys");
    }

    @Test
    void an_error_is_told_before_what_came_with_it() {
        assertThatThrownBy(
                        () -> read(
                                "{\"data\":{\"selection\":null},\"errors\":[{\"message\":\"no such gene\",\"extensions\":{\"code\":\"NONE\"}}]}"))
                .isInstanceOf(SelectionFailure.class)
                .hasMessageContaining("no such gene");
    }
}
