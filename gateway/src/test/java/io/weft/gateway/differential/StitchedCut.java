package io.weft.gateway.differential;

import io.weft.gateway.composition.subgraph.Dialect;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.configuration.ReadStitching;
import io.weft.gateway.configuration.StitchingSettings;
import io.weft.gateway.differential.StitchedWorld.Content;
import io.weft.gateway.differential.StitchedWorld.Field;
import io.weft.gateway.differential.StitchedWorld.Kind;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A world dealt out to services, and the configuration that makes one graph of them again. */
record StitchedCut(List<StitchedService> services, String yaml) {

    static StitchedCut random(StitchedWorld world, Random random) {
        List<StitchedService> services = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            services.add(new StitchedService(String.valueOf((char) ('a' + i)), world, random));
        }
        world.kinds().values().forEach(kind -> {
            kind.fields().values().forEach(field -> deal(kind, field, services, random));
            boolean isComputed = kind.fields().containsKey("sum");
            if (isComputed) {
                List<StitchedService> others = services.stream()
                        .filter(service -> !has(service, kind, "p0") && !has(service, kind, "p1"))
                        .toList();
                if (!others.isEmpty()) {
                    others.get(random.nextInt(others.size()))
                            .has(kind, kind.fields().get("sum"));
                }
            }
            StitchedService root = services.get(random.nextInt(services.size()));
            root.know(kind.name());
            root.roots.add("all" + kind.name());
            root.roots.add("some" + kind.name());
        });
        services.forEach(StitchedService::addEntries);
        return new StitchedCut(services, yaml(world, services));
    }

    private static boolean has(StitchedService service, Kind kind, String field) {
        return service.fields.containsKey(kind.name())
                && service.fields.get(kind.name()).contains(field);
    }

    private static void deal(Kind kind, Field field, List<StitchedService> services, Random random) {
        switch (field.content()) {
            case Content.OfKey ofKey -> {}
            case Content.Link link -> {}
            case Content.Computed computed -> {}
            case Content.Plain plain -> give(kind, field, services, random);
            case Content.Reference reference -> give(kind, field, services, random);
            case Content.PartOfKey part -> give(kind, field, services, random);
        }
    }

    private static void give(Kind kind, Field field, List<StitchedService> services, Random random) {
        services.get(random.nextInt(services.size())).has(kind, field);
        if (random.nextInt(4) == 0) {
            services.get(random.nextInt(services.size())).has(kind, field);
        }
    }

    private static String yaml(StitchedWorld world, List<StitchedService> services) {
        StringBuilder definitions = new StringBuilder();
        StringBuilder resolvers = new StringBuilder();
        world.kinds()
                .values()
                .forEach(kind -> kind.fields().values().forEach(field -> {
                    if (field.content() instanceof Content.Link(String target, String key)) {
                        definitions.append(
                                "  extend type " + kind.name() + " { " + field.name() + ": " + field.type() + " }\n");
                        resolvers.append("  " + kind.name() + "." + field.name() + ": { key: '" + key + "' }\n");
                    }
                }));
        definitions.append("  extend type Query { version: String! }\n");
        resolvers.append("  Query.version: { constant: \"7\" }\n");
        return "typeDefs: |\n" + definitions + "resolvers:\n" + resolvers + "subgraphs:\n"
                + services.stream().map(StitchedService::yaml).collect(Collectors.joining());
    }

    StitchingSettings settings() {
        return switch (ReadStitching.read("cut.yaml", yaml)) {
            case ReadStitching.Result.Read(StitchingSettings settings) -> settings;
            case ReadStitching.Result.Refused(List<String> problems) ->
                throw new AssertionError(problems + "\n" + yaml);
        };
    }

    List<SubgraphSource> sources(StitchingSettings settings) {
        return services.stream()
                .map(service -> new SubgraphSource(
                        new SubgraphName(service.name),
                        URI.create("http://" + service.name),
                        service.sdl(),
                        new Dialect.Stitched(settings.of(service.name).orElseThrow()),
                        settings.transforms(service.name)))
                .toList();
    }

    String print() {
        return yaml
                + services.stream()
                        .map(service -> "# --- " + service.name + "\n" + service.sdl())
                        .collect(Collectors.joining());
    }

    Map<String, StitchedService> byName() {
        return services.stream().collect(Collectors.toMap(service -> service.name, service -> service));
    }
}
