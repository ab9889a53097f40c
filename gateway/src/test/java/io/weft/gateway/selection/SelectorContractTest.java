package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A selector that no gateway could ask, or whose answers none could read, is refused where it is composed. */
final class SelectorContractTest extends OverLists {

    private static SubgraphSource source(String name, String sdl) {
        return new SubgraphSource(new SubgraphName(name), URI.create("http://" + name), sdl);
    }

    private static void refused(String how, SubgraphSource... sources) {
        assertThat(new Composer().compose(List.of(sources)))
                .isInstanceOfSatisfying(
                        CompositionResult.Refused.class,
                        refused -> assertThat(refused.errors().getFirst().print())
                                .startsWith("SELECTOR_INVALID")
                                .contains(how));
    }

    private static String changed(String sdl, String from, String to) {
        assertThat(sdl).contains(from);
        return sdl.replace(from, to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "backward: Boolean! = false|backward: Boolean!|its backward must be false by default",
                "backward: Boolean! = false|backward: Boolean! = true|its backward must be false by default",
                "filter: ArchiveFilter|filter: ArchiveFilter = {}|its filter must have no default, not {}",
                "orderBy: [ArchiveOrder!]|orderBy: [ArchiveOrder!] = []|its orderBy must have no default, not []",
                "within: KeySet|within: KeySet = \"\"|its within must have no default",
                "after: String|after: String = \"7\"|its after must have no default, not \"7\"",
                "key: Int!|key: ID!|SelectionEntry.key must be Int!, not ID!",
                "cursor: String!|cursor: String|SelectionEntry.cursor must be String!, not String",
                "score: Float|points: Float|SelectionEntry must have score: Float",
                "score: Float|score(of: Int!): Float|SelectionEntry.score requires of",
                "count: Int!|count(exact: Boolean!): Int!|ArchiveSelection.count requires exact",
                "estimate: Float!|estimate: Int!|ArchiveSelection.estimate must be Float!, not Int!",
                "facets: ArchiveFacets!|facets(of: Int!): ArchiveFacets!|ArchiveSelection.facets requires of",
                "facets: ArchiveFacets!|facets: [ArchiveFacets!]!|ArchiveSelection.facets must be of an object type",
                "key: \"number\"|key: \"number\", as: \"and\"|its as \"and\" is what filters are joined by",
                "key: \"number\"|key: \"number\", as: \"my lab\"|its as \"my lab\" is no name of a field",
                "key: \"number\"|key: \"number\", as: \"\"|its as \"\" is no name of a field",
                "key: \"number\"|key: \"number\", field: \"__records\"|its field \"__records\" is no name of a field",
                "key: \"number\"|key: \"number\", field: \"my records\"|its field \"my records\" is no name of a field"
            })
    void what_no_gateway_could_ask_or_read_is_refused(String from, String to, String how) {
        refused(how, source("archive", changed(archive.sdl(), from, to)));
    }

    @Test
    void null_by_default_is_no_default() {
        String sdl = changed(archive.sdl(), "within: KeySet", "within: KeySet = null");
        assertThat(new Composer().compose(List.of(source("archive", sdl))))
                .isInstanceOf(CompositionResult.Composed.class);
    }

    @Test
    void two_entities_are_not_selected_by_one_name() {
        String others = changed(metadata.sdl(), "Record", "Item")
                .replace("key: \"number\"", "key: \"number\", field: \"records\"");
        refused(
                "would be called 'records', as that of Record is (subgraph archive)",
                source("archive", archive.sdl()),
                source("items", others));
    }

    @Test
    void what_only_one_subgraph_takes_is_left_out_and_told() {
        String narrower = changed(
                features.sdl(),
                "input IntTest { eq: Int lt: Int isNull: Boolean }",
                "input IntTest { eq: Int gt: Int }");
        assertThat(hints(source("archive", archive.sdl()), source("features", narrower)))
                .contains(
                        "INCONSISTENT_INPUT_OBJECT_FIELD IntTest.lt is left out of selections: subgraph 'archive' has it,"
                                + " subgraph 'features' does not. Give the type another name in one of them to keep it",
                        "INCONSISTENT_INPUT_OBJECT_FIELD IntTest.gt is left out of selections: subgraph 'features' has it,"
                                + " subgraph 'archive' does not. Give the type another name in one of them to keep it");
    }

    @Test
    void a_selector_without_the_contracts_link_is_told() {
        String unlinked = changed(
                        archive.sdl(),
                        "@link(url: \"https://weft.io/selection/v1.0\", import: [\"@selector\", \"@selects\"])",
                        "@link(url: \"https://example.org/lists/v1.0\")")
                .replaceAll("@composeDirective\\(name: \"@select(or|s)\"\\)", "");
        assertThat(hints(source("archive", unlinked)))
                .anySatisfy(hint -> assertThat(hint)
                        .startsWith("SELECTOR_WITHOUT_CONTRACT @selector at Query.")
                        .contains("'archive'", "extend schema @link(url: \"https://weft.io/selection/v1.0\""));
        assertThat(hints(source("archive", archive.sdl())))
                .noneMatch(hint -> hint.startsWith("SELECTOR_WITHOUT_CONTRACT"));
    }

    private static List<String> hints(SubgraphSource... sources) {
        return switch (new Composer().compose(List.of(sources))) {
            case CompositionResult.Composed composed ->
                composed.hints().stream()
                        .map(hint -> hint.code() + " " + hint.message())
                        .toList();
            case CompositionResult.Refused(var errors) -> throw new AssertionError(errors.toString());
        };
    }

    @ParameterizedTest
    @CsvSource({"eq: String", "eq: Int of: Int!", "is: Int"})
    void types_of_one_name_have_values_in_common(String fields) {
        refused(
                "lead to different types of this name",
                source("archive", archive.sdl()),
                source(
                        "features",
                        changed(
                                features.sdl(),
                                "input IntTest { eq: Int lt: Int isNull: Boolean }",
                                "input IntTest { " + fields + " }")));
    }
}
