package io.weft.benchmarks;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to compose, and to read a ready supergraph, as the number of services grows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class CompositionBenchmark {

    @Param({"10", "30", "100"})
    public int subgraphs;

    private List<SubgraphSource> sources = List.of();
    private String supergraph = "";

    @Setup
    public void setUp() {
        sources = new LargeGraph(subgraphs).sources();
        supergraph = composed(sources).supergraphSdl();
    }

    @Benchmark
    public CompositionResult compose() {
        return new Composer().compose(sources);
    }

    /** In a virtual machine that has done nothing before, as when a gateway starts. */
    @Benchmark
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(3)
    public CompositionResult composeCold() {
        return new Composer().compose(sources);
    }

    @Benchmark
    public CompositionResult readSupergraph() {
        return new ReadSupergraph().read(supergraph);
    }

    static CompositionResult.Composed composed(List<SubgraphSource> sources) {
        return switch (new Composer().compose(sources)) {
            case CompositionResult.Composed composed -> composed;
            case CompositionResult.Refused refused ->
                throw new IllegalStateException(refused.errors().getFirst().print());
        };
    }
}
