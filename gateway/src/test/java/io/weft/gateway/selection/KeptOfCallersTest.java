package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.DataVersion;
import io.weft.contracts.VersionedAnswer;
import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.KeptAnswers.Kept;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one caller was answered is no other's, and no other question's. */
class KeptOfCallersTest {

    private static final SubgraphName METADATA = new SubgraphName("metadata");
    private static final URI URL = URI.create("http://metadata/graphql");
    private static final byte[] BODY = {1, 2, 3};

    /** Its callers here have the same hash code. */
    private final KeptAnswers kept = new KeptAnswers(1_000_000);

    private static Kept answer(int size) {
        SelectorAnswer said =
                new SelectorAnswer(KeySet.EMPTY, List.of(), true, 0, 0, Optional.empty(), Optional.empty(), Map.of());
        return new Kept(
                new VersionedAnswer(new DataVersion("one", "1"), Duration.ofMinutes(1)), said, Optional.empty(), size);
    }

    @Test
    void each_caller_and_each_question_has_its_own() {
        kept.of("Aa").keep(METADATA, URL, BODY, answer(10));
        assertThat(kept.of("Aa").find(METADATA, URL, BODY.clone())).isPresent();
        assertThat(kept.of("BB").find(METADATA, URL, BODY)).isEmpty();
        assertThat(kept.of("Aa").find(new SubgraphName("features"), URL, BODY)).isEmpty();
        assertThat(kept.of("Aa").find(METADATA, URI.create("http://other/graphql"), BODY))
                .isEmpty();
        assertThat(kept.of("Aa").find(METADATA, URL, new byte[] {1, 2, 4})).isEmpty();
    }

    @Test
    void what_is_too_large_is_not_kept() {
        kept.of("Aa").keep(METADATA, URL, BODY, answer(300_000));
        assertThat(kept.of("Aa").find(METADATA, URL, BODY)).isEmpty();
    }
}
