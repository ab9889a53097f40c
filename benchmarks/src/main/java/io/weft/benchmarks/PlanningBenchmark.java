package io.weft.benchmarks;

import io.weft.gateway.operation.Operation;
import io.weft.gateway.operation.OperationCompiler;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.planning.plan.Plan;
import io.weft.gateway.supergraph.Supergraph;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** How long a query of 300 fields takes to plan, as the number of services grows; nothing is cached. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlanningBenchmark {

    @Param({"10", "30", "100"})
    public int subgraphs;

    @Param({"wide", "deep"})
    public String query = "wide";

    private @Nullable Planner planner;
    private @Nullable OperationCompiler compiler;
    private @Nullable Operation operation;
    private String text = "";

    @Setup
    public void setUp() {
        LargeGraph graph = new LargeGraph(subgraphs);
        Supergraph supergraph = CompositionBenchmark.composed(graph.sources()).supergraph();
        text = query.equals("wide") ? graph.wideQuery() : graph.deepQuery();
        planner = new Planner(supergraph);
        compiler = new OperationCompiler(supergraph.apiSchema(), OperationLimits.DEFAULT);
        operation = compiled();
    }

    /** Parsing, validation and normalisation. */
    @Benchmark
    public Operation compiled() {
        return switch (Objects.requireNonNull(compiler).compile(text, Optional.empty())) {
            case OperationCompiler.Result.Compiled(Operation compiled) -> compiled;
            case OperationCompiler.Result.Rejected(var errors) ->
                throw new IllegalStateException(errors.getFirst().message());
        };
    }

    @Benchmark
    public Plan plan() {
        return Objects.requireNonNull(planner).plan(Objects.requireNonNull(operation));
    }

    /** The first plan of a new virtual machine, as a gateway's first client waits for it. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(3)
    public Plan planCold() {
        return Objects.requireNonNull(planner).plan(Objects.requireNonNull(operation));
    }
}
