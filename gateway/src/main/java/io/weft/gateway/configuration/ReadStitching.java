package io.weft.gateway.configuration;

import io.weft.gateway.stitching.DirectiveNames;
import io.weft.gateway.stitching.LocalFields;
import io.weft.gateway.stitching.MergedType;
import io.weft.gateway.stitching.Place;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.stitching.StitchedService;
import io.weft.gateway.stitching.TypeMerging;
import io.weft.gateway.supergraph.Batching;
import io.weft.gateway.transform.Transform;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads of a configuration file what it says of stitched services; the rest are settings, which are not looked at. */
public final class ReadStitching {

    /** The keys of a subgraph that are read here. */
    private static final List<String> KEYS =
            List.of("merge", "inaccessible", "stitching-directives", "batch", "maxBatchSize");

    /** The keys of the graph as a whole that are read here. */
    public static final List<String> OF_GRAPH = List.of("typeMergingOptions", "typeDefs", "resolvers");

    /** The keys that are read here, as Spring flattens them. */
    private static final Pattern OWN = Pattern.compile("(subgraphs\\[\\d+]\\.(" + String.join("|", KEYS)
            + "|transforms)|" + String.join("|", OF_GRAPH) + ")([.\\[].*)?");

    private ReadStitching() {}

    /** What came of it. */
    public sealed interface Result {
        record Read(StitchingSettings settings) implements Result {}

        /** @param problems each with file and line */
        record Refused(List<String> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Whether a key, as {@code subgraphs[0].merge.User.fieldName}, is read here and is no setting. */
    public static boolean isOwn(String flattenedKey) {
        return OWN.matcher(flattenedKey).matches();
    }

    /**
     * @param file its name, for messages
     * @param yaml what stands in it; YAML that is none is refused without a line, so read the settings first
     */
    public static Result read(String file, String yaml) {
        YamlProblems problems = new YamlProblems(file);
        Map<String, StitchedService> services = new LinkedHashMap<>();
        Map<String, List<Transform>> transforms = new LinkedHashMap<>();
        Optional<YamlMap> root = root(yaml, problems).map(node -> new YamlMap("the configuration", node, problems));
        root.ifPresent(map -> map.maps("subgraphs", "a subgraph").forEach(subgraph -> {
            String name = subgraph.text("name").orElse("");
            service(subgraph).ifPresent(service -> services.put(name, service));
            transforms.put(name, transforms(subgraph, file, problems));
        }));
        TypeMerging typeMerging = root.flatMap(map -> map.map("typeMergingOptions", "typeMergingOptions"))
                .map(ReadTypeMerging::read)
                .orElse(TypeMerging.USUAL);
        LocalFields local = root.map(ReadLocalFields::read).orElse(LocalFields.NONE);
        return problems.all().isEmpty()
                ? new Result.Read(new StitchingSettings(
                        services, new StitchedGraph(typeMerging, local, StitchedGraph.Services.ALL), transforms))
                : new Result.Refused(problems.all());
    }

    private static Optional<Node> root(String yaml, YamlProblems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(1_000);
        @Nullable Node root = null;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
        } catch (YAMLException invalid) {
            problems.add("this is not YAML: " + invalid.getMessage());
        }
        return Optional.ofNullable(root);
    }

    private static Optional<StitchedService> service(YamlMap subgraph) {
        if (KEYS.stream().allMatch(key -> subgraph.node(key).isEmpty())) {
            return Optional.empty();
        }
        Map<String, MergedType> merge = new LinkedHashMap<>();
        subgraph.map("merge", "the merge configuration")
                .ifPresent(types -> types.keys()
                        .forEach(type -> types.map(type, "the merge configuration of " + type)
                                .map(said -> new ReadMergedType(said, type).read())
                                .ifPresent(read -> merge.put(type, read))));
        DirectiveNames names = subgraph.map("stitching-directives", "stitching-directives")
                .map(ReadStitching::names)
                .orElse(DirectiveNames.USUAL);
        Map<String, Place> inaccessible = new LinkedHashMap<>();
        subgraph.texts("inaccessible").forEach(name -> inaccessible.put(name, subgraph.at("inaccessible")));
        return Optional.of(new StitchedService(merge, inaccessible, names, batching(subgraph)));
    }

    private static Batching batching(YamlMap subgraph) {
        boolean isOff = subgraph.node("batch").isPresent() && !subgraph.isOn("batch");
        Optional<Integer> most = subgraph.count("maxBatchSize");
        return new Batching(
                most.orElse(Batching.USUAL.keysPerCall()),
                isOff ? Batching.OFF.lookupsPerRequest() : most.orElse(Batching.USUAL.lookupsPerRequest()));
    }

    private static List<Transform> transforms(YamlMap subgraph, String file, YamlProblems problems) {
        Optional<Node> written = subgraph.node("transforms");
        if (written.isEmpty()) {
            return List.of();
        }
        return switch (ReadTransforms.read(written.get(), file)) {
            case ReadTransforms.Result.Read(List<Transform> transforms) -> transforms;
            case ReadTransforms.Result.Refused(List<String> refused) -> {
                refused.forEach(problems::addPlaced);
                yield List.of();
            }
        };
    }

    private static DirectiveNames names(YamlMap said) {
        said.only("key", "merge", "computed", "canonical");
        DirectiveNames usual = DirectiveNames.USUAL;
        return new DirectiveNames(
                said.text("key").orElse(usual.key()),
                said.text("merge").orElse(usual.merge()),
                said.text("computed").orElse(usual.computed()),
                said.text("canonical").orElse(usual.canonical()));
    }
}
