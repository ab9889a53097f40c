package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.selection.SelectorRequest.Want;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that cannot be one to its question, or whose values are of other types, is refused by name. */
final class CheckSelectorAnswerTest {

    private static final Selector LAB = new Selector(
            new SubgraphName("lab"),
            URI.create("http://lab"),
            "labSelection",
            true,
            Optional.empty(),
            Optional.empty(),
            new Selector.OrderKinds(Set.of(), Set.of("near")),
            Optional.empty(),
            Set.of());

    private static SelectorRequest asking(int first, Want first1, Want... more) {
        return SelectorRequest.of(LAB, EnumSet.of(first1, more), first);
    }

    private static SelectorAnswer read(SelectorRequest request, String selection) {
        String body = "{\"data\":{\"selection\":" + selection.replace('\'', '"') + "}}";
        return ReadSelectorAnswer.read(request, new Response.Answered(200, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(SelectorRequest request, String selection, String how) {
        assertThatThrownBy(() -> read(request, selection))
                .isInstanceOfSatisfying(
                        SelectionFailure.class,
                        failure -> assertThat(failure.extensions())
                                .containsEntry("code", "SUBGRAPH_INVALID_ANSWER")
                                .containsEntry("service", "lab"))
                .hasMessageContaining("'lab'")
                .hasMessageContaining(how)
                .hasMessageContaining("labSelection must keep the selection contract");
    }

    private static String keys(int... keys) {
        return "'" + KeySet.of(keys).encoded() + "'";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|without entries",
                "{'complete':true,'entries':null}|entries is no list",
                "{'complete':true,'entries':{}}|entries is no list",
                "{'complete':true,'entries':[null]}|entries[0] is no object",
                "{'complete':true,'entries':[{'cursor':'a'}]}|without entries[0].key",
                "{'complete':true,'entries':[{'key':null,'cursor':'a'}]}|entries[0].key is no integer",
                "{'complete':true,'entries':[{'key':'7','cursor':'a'}]}|entries[0].key is no integer",
                "{'complete':true,'entries':[{'key':7.5,'cursor':'a'}]}|entries[0].key is no integer",
                "{'complete':true,'entries':[{'key':-1,'cursor':'a'}]}|entries[0].key is no integer",
                "{'complete':true,'entries':[{'key':2147483648,'cursor':'a'}]}|entries[0].key is no integer",
                "{'complete':true,'entries':[{'key':7,'cursor':null}]}|entries[0].cursor is no string",
                "{'complete':true,'entries':[{'key':7}]}|without entries[0].cursor",
                "{'complete':true,'entries':[{'key':7,'cursor':7}]}|entries[0].cursor is no string",
                "{'complete':true,'entries':[{'key':7,'cursor':'a','score':'much'}]}|entries[0].score is no number",
                "{'entries':[]}|without complete",
                "{'complete':1,'entries':[]}|complete is neither true nor false",
                "{'complete':'true','entries':[]}|complete is neither true nor false"
            })
    void entries_are_of_their_types(String selection, String how) {
        refused(asking(5, Want.ENTRIES, Want.CURSORS), selection, how);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNT|{}|without count",
                "COUNT|{'count':null}|count is no integer",
                "COUNT|{'count':'7'}|count is no integer",
                "COUNT|{'count':-1}|count is no integer",
                "COUNT|{'count':7.5}|count is no integer",
                "COUNT|{'count':99999999999}|count is no integer",
                "ESTIMATE|{}|without estimate",
                "ESTIMATE|{'estimate':null}|estimate is no number",
                "ESTIMATE|{'estimate':[]}|estimate is no number",
                "ESTIMATE|{'estimate':-1}|estimate is no number",
                "RECALL|{'recall':'all'}|recall is no number",
                "RECALL|{'recall':17}|recall is no number",
                "KEYS|{'complete':true}|without keys",
                "KEYS|{'complete':true,'keys':null}|keys is no set of keys",
                "KEYS|{'complete':true,'keys':[7]}|keys is no set of keys",
                "KEYS|{'complete':true,'keys':'7'}|portable Roaring bitmap"
            })
    void so_is_everything_else(Want want, String selection, String how) {
        refused(asking(0, want), selection, how);
    }

    @Test
    void facets_are_an_object() {
        SelectorRequest request = asking(0, Want.COUNT).asking(new FacetsQuery("{ kind }", Map.of(), Map.of()));
        refused(request, "{'count':1}", "without facets");
        refused(request, "{'count':1,'facets':null}", "facets is no object");
        refused(request, "{'count':1,'facets':[]}", "facets is no object");
    }

    @Test
    void there_is_an_end_where_there_are_entries() {
        SelectorRequest request = asking(1, Want.ENTRIES, Want.END_CURSOR);
        refused(request, "{'complete':true,'entries':[{'key':7}],'endCursor':null}", "endCursor is no string");
        assertThat(read(request, "{'complete':true,'entries':[],'endCursor':null}")
                        .end())
                .isEmpty();
    }

    @Test
    void keys_are_no_more_than_were_asked_for_and_of_those_that_were_given() {
        SelectorRequest request = asking(2, Want.KEYS);
        refused(request, "{'complete':true,'keys':" + keys(1, 2, 3) + "}", "with 3 keys, though no more than 2");
        refused(request, "{'complete':false,'keys':" + keys(1) + "}", "with 1 keys and says that there are more");
        refused(
                request.within(KeySet.of(1, 2)),
                "{'complete':true,'keys':" + keys(2, 3) + "}",
                "within 2 keys with 1 that are none of them, such as 3");
        assertThat(read(request.within(KeySet.of(1, 2, 3)), "{'complete':false,'keys':" + keys(1, 3) + "}")
                        .keys())
                .isEqualTo(KeySet.of(1, 3));
    }

    @Test
    void so_are_entries() {
        SelectorRequest request =
                asking(2, Want.ENTRIES).ordered(Optional.of(List.of("rank")), false, Optional.empty());
        refused(
                request.within(KeySet.of(1, 2)),
                "{'complete':true,'entries':[{'key':2},{'key':3}]}",
                "with 1 that are none of them, such as 3");
        refused(request, "{'complete':true,'entries':[{'key':2},{'key':2}]}", "that has the entity 2 twice");
        refused(request, "{'complete':true,'entries':[{'key':1},{'key':2},{'key':3}]}", "with 3 keys");
        refused(request, "{'complete':false,'entries':[]}", "with 0 keys and says that there are more");
        assertThat(read(request, "{'complete':false,'entries':[{'key':9},{'key':3}]}")
                        .page())
                .containsExactly(9, 3);
    }

    @Test
    void a_cursor_is_of_one_entity_and_comes_before_what_follows_it() {
        SelectorRequest request =
                asking(2, Want.ENTRIES, Want.CURSORS).ordered(Optional.of(List.of("rank")), false, Optional.of("b"));
        refused(
                request,
                "{'complete':true,'entries':[{'key':2,'cursor':'a'},{'key':1,'cursor':'a'}]}",
                "one cursor for two entities, 1 being the second");
        refused(
                request,
                "{'complete':true,'entries':[{'key':2,'cursor':'b'}]}",
                "the cursor after which it was to begin");
    }

    @Test
    void without_an_order_entries_are_by_key() {
        SelectorRequest request = asking(2, Want.ENTRIES);
        refused(request, "{'complete':true,'entries':[{'key':9},{'key':3}]}", "not ascending by key");
        refused(
                request.ordered(Optional.empty(), false, Optional.of("9")),
                "{'complete':true,'entries':[{'key':9}]}",
                "9 comes after 9");
        SelectorRequest backward = request.ordered(Optional.empty(), true, Optional.of("9"));
        refused(backward, "{'complete':true,'entries':[{'key':3},{'key':4}]}", "not descending by key");
        assertThat(read(backward, "{'complete':true,'entries':[{'key':4},{'key':3}]}")
                        .page())
                .containsExactly(4, 3);
    }

    @Test
    void a_count_is_that_of_all() {
        SelectorRequest request = asking(2, Want.ENTRIES, Want.COUNT);
        String entries = ",'entries':[{'key':1},{'key':2}]}";
        refused(request, "{'complete':false,'count':2" + entries, "with a count of 2, 2 keys and complete: false");
        refused(request, "{'complete':true,'count':1" + entries, "with a count of 1");
        refused(request, "{'complete':true,'count':3" + entries, "with a count of 3");
        assertThat(read(request, "{'complete':false,'count':3" + entries).count())
                .isEqualTo(3);
        SelectorRequest near = request.ordered(Optional.of(List.of(Map.of("near", 5))), false, Optional.empty());
        assertThat(read(near, "{'complete':true,'count':3" + entries).count())
                .as("an index may pass over some")
                .isEqualTo(3);
        SelectorRequest second = request.ordered(Optional.empty(), false, Optional.of("0"));
        assertThat(read(second, "{'complete':true,'count':9" + entries).count())
                .as("of all, whatever page")
                .isEqualTo(9);
    }
}
