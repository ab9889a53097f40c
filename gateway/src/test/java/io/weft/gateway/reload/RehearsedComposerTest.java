package io.weft.gateway.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RehearsedComposerTest {

    private static final List<SubgraphSource> SOUND = sources("type Query {\n  one: Int\n}\n");
    private static final List<SubgraphSource> BROKEN = sources("type Query {\n  one: Nothing\n}\n");

    /** What was composed, by which thread, in the order of the beginnings. */
    private final Queue<String> composed = new ConcurrentLinkedQueue<>();

    private final CountDownLatch rehearsed = new CountDownLatch(3);

    private static List<SubgraphSource> sources(String sdl) {
        return List.of(new SubgraphSource(new SubgraphName("a"), URI.create("http://a"), sdl));
    }

    private StitchedGraph stitching(List<SubgraphSource> sources) {
        boolean isReal = Thread.currentThread().getName().equals("real");
        composed.add((isReal ? "real " : "rehearsal ") + (sources.equals(SOUND) ? "sound" : "other"));
        if (!isReal) {
            rehearsed.countDown();
        }
        return StitchedGraph.PLAIN;
    }

    private static CompositionResult real(RehearsedComposer composer, List<SubgraphSource> sources) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("real");
        try {
            return composer.apply(sources);
        } finally {
            thread.setName(name);
        }
    }

    @Test
    void what_has_composed_is_composed_again_in_the_background_and_what_has_not_is_not() throws Exception {
        try (RehearsedComposer composer =
                new RehearsedComposer(this::stitching, Duration.ofHours(1), Duration.ofMillis(1))) {
            assertThat(real(composer, BROKEN)).isInstanceOf(CompositionResult.Refused.class);
            assertThat(composed).containsExactly("real other");
            assertThat(real(composer, SOUND)).isInstanceOf(CompositionResult.Composed.class);
            assertThat(real(composer, BROKEN)).isInstanceOf(CompositionResult.Refused.class);
            assertThat(rehearsed.await(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(composed).contains("rehearsal sound").doesNotContain("rehearsal other");
    }

    @Test
    void nothing_is_rehearsed_where_that_is_switched_off() {
        try (RehearsedComposer composer = new RehearsedComposer(this::stitching, Duration.ZERO, Duration.ofMillis(1))) {
            real(composer, SOUND);
            real(composer, SOUND);
        }
        assertThat(composed).containsExactly("real sound", "real sound");
    }

    @Test
    void a_change_is_composed_with_what_is_remembered_and_comes_to_the_same() {
        String changed = "type Query {\n  one: Two\n}\n\ntype Two {\n  three: Int\n}\n";
        try (RehearsedComposer composer = new RehearsedComposer(this::stitching, Duration.ZERO, Duration.ofMillis(1))) {
            real(composer, SOUND);
            assertThat(sdl(real(composer, sources(changed)))).contains("type Two");
            assertThat(sdl(real(composer, SOUND))).doesNotContain("type Two");
        }
    }

    private static String sdl(CompositionResult result) {
        return switch (result) {
            case CompositionResult.Composed done -> done.supergraphSdl();
            case CompositionResult.Refused refused -> throw new AssertionError(refused.errors());
        };
    }
}
