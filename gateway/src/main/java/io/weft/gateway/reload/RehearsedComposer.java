package io.weft.gateway.reload;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.Remembered;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.schema.Rehearsal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Composes what changes again and again, remembering what it has read; and when it has composed for the first time, composes the
 * same some times more in the background, so that the next change finds compiled code. Used by one thread at a time.
 */
public final class RehearsedComposer implements Function<List<SubgraphSource>, CompositionResult>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RehearsedComposer.class);

    private final Remembered remembered = new Remembered();
    private final Function<List<SubgraphSource>, StitchedGraph> stitching;
    private final Rehearsal rehearsal;
    private volatile List<SubgraphSource> composed = List.of();

    /**
     * @param stitching what is said of stitched services together, when these have told their schemas
     * @param rehearsal how long may be composed in the background; zero for not at all
     */
    public RehearsedComposer(Function<List<SubgraphSource>, StitchedGraph> stitching, Duration rehearsal) {
        this(stitching, rehearsal, Rehearsal.SETTLING);
    }

    /** @param settling for how long nothing is rehearsed after something was composed */
    RehearsedComposer(Function<List<SubgraphSource>, StitchedGraph> stitching, Duration rehearsal, Duration settling) {
        this.stitching = stitching;
        this.rehearsal = new Rehearsal(
                rehearsal,
                settling,
                this::rehearse,
                bug -> log.error("A graph that has composed before broke the gateway when it was composed again", bug));
    }

    @Override
    public CompositionResult apply(List<SubgraphSource> sources) {
        rehearsal.giveWay();
        CompositionResult result = new Composer(stitching.apply(sources), remembered).compose(sources);
        if (result instanceof CompositionResult.Composed) {
            composed = sources;
            rehearsal.begin();
        }
        return result;
    }

    /** Reads all of it anew, as what has changed is, and then with all of it remembered, as what has not is. */
    private void rehearse() {
        List<SubgraphSource> sources = composed;
        Composer composer = new Composer(stitching.apply(sources), new Remembered());
        composer.compose(sources);
        composer.compose(sources);
    }

    @Override
    public void close() {
        rehearsal.close();
    }
}
