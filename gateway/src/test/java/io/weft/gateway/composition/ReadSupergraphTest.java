package io.weft.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadSupergraphTest {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") %s { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "http://a") }
            type Query @join__type(graph: A) { a: Int }
            """;

    @Test
    void aFeatureThatIsNeededForSecurityButUnknownIsRefused() {
        assertRefused("@link(url: \"https://example.org/vault/v1.0\", for: SECURITY)", "UNSUPPORTED_LINKED_FEATURE");
    }

    @Test
    void aFeatureThatNobodyNeedsToRunTheSupergraphIsLeftAlone() {
        assertThat(new ReadSupergraph().read(SUPERGRAPH.formatted("@link(url: \"https://example.org/owner/v1.0\")")))
                .isInstanceOf(CompositionResult.Composed.class);
    }

    @Test
    void aJoinVersionThatWeDoNotReadIsRefused() {
        assertRefused(
                "@link(url: \"https://specs.apollo.dev/join/v0.9\", for: EXECUTION)", "INVALID_FEDERATION_SUPERGRAPH");
    }

    private static void assertRefused(String link, String code) {
        assertThat(new ReadSupergraph().read(SUPERGRAPH.formatted(link)))
                .isInstanceOfSatisfying(
                        CompositionResult.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.code().name())
                                .containsExactly(code));
    }
}
