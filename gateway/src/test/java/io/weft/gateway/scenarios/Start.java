package io.weft.gateway.scenarios;

import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import io.weft.gateway.supergraph.Supergraph;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A way in which a gateway comes by its supergraph. */
sealed interface Start {

    /** In a test's name. */
    String said();

    Supergraph supergraph(Scenario scenario, Function<String, URI> urls);

    /** The subgraphs are composed. */
    record FromSubgraphs() implements Start {
        @Override
        public String said() {
            return "from its subgraphs";
        }

        @Override
        public Supergraph supergraph(Scenario scenario, Function<String, URI> urls) {
            return composed(scenario.composer().compose(scenario.sources(urls))).supergraph();
        }
    }

    /** The subgraphs are composed, and what that writes is read. */
    record FromOwnSupergraph() implements Start {
        @Override
        public String said() {
            return "from the supergraph that composing them wrote";
        }

        @Override
        public Supergraph supergraph(Scenario scenario, Function<String, URI> urls) {
            String sdl = composed(scenario.composer().compose(scenario.sources(urls)))
                    .supergraphSdl();
            return composed(new ReadSupergraph().read(sdl)).supergraph();
        }
    }

    /** Somebody else has written the supergraph. */
    record FromFile(String name, String sdl) implements Start {
        private static final Pattern GRAPH = Pattern.compile("@join__graph\\(name: \"([^\"]+)\", url: \"[^\"]*\"\\)");

        @Override
        public String said() {
            return "from " + name;
        }

        @Override
        public Supergraph supergraph(Scenario scenario, Function<String, URI> urls) {
            String served = GRAPH.matcher(sdl)
                    .replaceAll(graph -> "@join__graph(name: \"" + graph.group(1) + "\", url: \""
                            + urls.apply(graph.group(1)) + "\")");
            return composed(new ReadSupergraph().read(served)).supergraph();
        }
    }

    /** The first one is that which writes what is expected. */
    static List<Start> of(Scenario scenario) {
        List<Start> starts = new ArrayList<>();
        Map<String, String> supergraphs = scenario.supergraphs();
        if (!supergraphs.containsKey("supergraph.graphqls")) {
            starts.add(new FromSubgraphs());
            if (!scenario.isStitched()) {
                starts.add(new FromOwnSupergraph());
            }
        }
        supergraphs.forEach((name, sdl) -> starts.add(new FromFile(name, sdl)));
        return starts;
    }

    private static CompositionResult.Composed composed(CompositionResult result) {
        return switch (result) {
            case CompositionResult.Composed composed -> composed;
            case CompositionResult.Refused refused ->
                throw new AssertionError(
                        refused.errors().stream().map(error -> error.print()).toList());
        };
    }
}
