package io.weft.gateway.execution;

import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a subgraph, told in the client's terms. An error about an entity is told for each place the entity
 * stands in the client's answer, but for no more than {@value #MAX_PLACES}; then it says how many there are.
 */
final class SubgraphErrors {

    private static final int MAX_PLACES = 20;

    private final CompiledPlan plan;
    private final ObjectNode root;
    private final ClientPaths paths;

    SubgraphErrors(CompiledPlan plan, Variables variables, ObjectNode root) {
        this.plan = plan;
        this.root = root;
        this.paths = new ClientPaths(plan.plan().answer(), variables, root);
    }

    /** A request failed as a whole. */
    List<ResponseError> failed(RequestRun run, ErrorCode code, String message) {
        return told(message, ours(run.fetch(), code), whole(run));
    }

    /** What one call was answered is of no use. */
    List<ResponseError> failed(RequestRun run, RequestRun.Problem problem, ErrorCode code, String message) {
        List<AnswerPath> places = problem.objects().isEmpty()
                ? whole(run, problem.call())
                : places(problem.call(), problem.objects(), List.of());
        return told(message, ours(run.fetch(), code), places);
    }

    /** The objects that cannot be looked up, as many as there are. */
    List<ResponseError> unfit(FetchRun run) {
        List<ResponseError> all = new ArrayList<>();
        for (GatherKeys.Unfit unfit : run.unfit()) {
            String message = "The subgraph '" + run.fetch().fetch().subgraph() + "' cannot be asked for this "
                    + unfit.call().call().lookup().type() + ": "
                    + unfit.why() + ".";
            all.addAll(told(
                    message,
                    ours(run.fetch(), ErrorCode.INVALID_KEY),
                    places(unfit.call(), List.of(unfit.object()), List.of())));
        }
        return all;
    }

    /** An object that has no value for one of the gateway's own fields. */
    List<ResponseError> unfit(CompiledFetch fetch, LocalFetch.Unfit unfit) {
        LocalFetch.Filling filling = unfit.filling();
        List<Segment> field = List.of(AnswerPath.key(unfit.object().layout().key(filling.slot())));
        return told(
                "What " + filling.field() + " refers to cannot be found: " + unfit.why() + ".",
                ours(fetch, ErrorCode.INVALID_KEY),
                filling.call() instanceof CompiledCall.Keyed keyed
                        ? places(keyed, List.of(unfit.object()), field)
                        : List.of(paths.of(field)));
    }

    private static Map<String, @Nullable Object> ours(CompiledFetch fetch, ErrorCode code) {
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put(ResponseError.CODE, code.name());
        extensions.put(ResponseError.SERVICE, fetch.fetch().subgraph().value());
        return extensions;
    }

    /** The subgraph answered with errors. */
    List<ResponseError> answered(RequestRun run, List<SubgraphError> errors) {
        return errors.stream().flatMap(error -> told(run, error).stream()).toList();
    }

    private List<ResponseError> told(RequestRun run, SubgraphError error) {
        SubgraphName service = run.fetch().fetch().subgraph();
        String message =
                error.message().orElse("The subgraph '" + service + "' answered with an error without a message.");
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>(error.extensions());
        extensions.putIfAbsent(ResponseError.CODE, ErrorCode.SUBGRAPH_ERROR.name());
        if (plan.inProcess(service).isEmpty() || !extensions.containsKey(ResponseError.SERVICE)) {
            extensions.put(ResponseError.SERVICE, service.value());
        }
        return told(message, extensions, places(run, error.path()));
    }

    private static List<ResponseError> told(
            String message, Map<String, @Nullable Object> extensions, List<AnswerPath> places) {
        if (places.size() > MAX_PLACES) {
            extensions.put(ResponseError.PLACES, places.size());
        }
        return places.stream()
                .limit(MAX_PLACES)
                .map(place -> new ResponseError(message, List.of(), place, extensions))
                .toList();
    }

    /** At least one. */
    private List<AnswerPath> places(RequestRun run, List<Segment> path) {
        if (path.isEmpty() || !(path.getFirst() instanceof Segment.Key(String key))) {
            return whole(run);
        }
        Optional<RequestRun.About> about = run.about(path);
        if (about.isPresent()) {
            RequestRun.About found = about.get();
            return found.objects().isEmpty()
                    ? whole(run, found.call())
                    : places(found.call(), found.objects(), found.below());
        }
        if (!run.hasRootField(key)) {
            return whole(run);
        }
        List<AnswerPath> places = placesBelow(run, path);
        return places.isEmpty() ? List.of(paths.of(path)) : places;
    }

    private List<AnswerPath> places(CompiledCall.Keyed call, List<ObjectNode> objects, List<Segment> below) {
        Set<ObjectNode> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(objects);
        List<AnswerPath> places = new ArrayList<>();
        for (TargetPath target : call.targets()) {
            target.forEachWithTrail(root, (object, trail) -> {
                if (wanted.remove(object)) {
                    List<Segment> whole = new ArrayList<>(trail);
                    whole.addAll(below);
                    places.add(paths.of(whole));
                }
            });
        }
        return places;
    }

    /** For fields of a root that stands below the root. */
    private List<AnswerPath> placesBelow(RequestRun run, List<Segment> below) {
        List<AnswerPath> places = new ArrayList<>();
        for (CompiledCall.Root call : run.asking(below)) {
            call.targets()
                    .forEach(target -> target.forEachWithTrail(root, (object, trail) -> {
                        List<Segment> whole = new ArrayList<>(trail);
                        whole.addAll(below);
                        places.add(paths.of(whole));
                    }));
        }
        return places;
    }

    /**
     * What all calls of the request have in common; up to the first list, since it is about all its elements. Where other
     * requests ask for other elements, each of its own.
     */
    private List<AnswerPath> whole(RequestRun run) {
        List<AnswerPath> all =
                run.calls().stream().flatMap(call -> whole(run, call).stream()).toList();
        return run.run().isSplit()
                ? all
                : List.of(all.stream().reduce(AnswerPath::common).orElse(AnswerPath.ROOT));
    }

    private List<AnswerPath> whole(RequestRun run, CompiledCall call) {
        return switch (call) {
            case CompiledCall.Root(var asked, var targets, int[] answered, int[] merged)
            when !targets.isEmpty() -> common(targets);
            case CompiledCall.Root(var asked, var targets, int[] answered, int[] merged) -> {
                List<AnswerPath> fields = Arrays.stream(merged)
                        .mapToObj(slot ->
                                paths.of(List.of(AnswerPath.key(plan.layout().key(slot)))))
                        .filter(path -> !path.isEmpty())
                        .toList();
                yield List.of(fields.stream().reduce(AnswerPath::common).orElse(AnswerPath.ROOT));
            }
            case CompiledCall.Keyed keyed ->
                run.run().isSplit() ? places(keyed, run.objects(keyed), List.of()) : common(keyed.targets());
        };
    }

    private List<AnswerPath> common(List<TargetPath> targets) {
        return List.of(targets.stream()
                .map(target -> paths.of(target.trailToFirstList(root)))
                .reduce(AnswerPath::common)
                .orElse(AnswerPath.ROOT));
    }
}
