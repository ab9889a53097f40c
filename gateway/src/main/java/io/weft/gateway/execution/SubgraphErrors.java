package io.weft.gateway.execution;

import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What went wrong in a subgraph, told in the client's terms. An error about an entity is told for each place the entity
 * stands in the client's answer, but for no more than {@value #MAX_PLACES}; then it says how many there are.
 */
final class SubgraphErrors {

    private static final int MAX_PLACES = 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CompiledPlan plan;
    private final ObjectNode root;
    private final ClientPaths paths;

    SubgraphErrors(CompiledPlan plan, Variables variables, ObjectNode root) {
        this.plan = plan;
        this.root = root;
        this.paths = new ClientPaths(plan.plan().answer(), variables, root);
    }

    /** The fetch failed as a whole. */
    ResponseError failed(FetchRun run, ErrorCode code, String message) {
        return ResponseError.of(code, run.fetch().fetch().subgraph(), message, whole(run));
    }

    /** @param errors the value of {@code errors} in the subgraph's answer; empty where it is not a list of objects */
    Optional<List<ResponseError>> answered(FetchRun run, Leaf errors) {
        Object list = JSON.readValue(errors.bytes(), errors.offset(), errors.length(), Object.class);
        if (!(list instanceof List<?> entries)) {
            return Optional.empty();
        }
        List<ResponseError> told = new ArrayList<>();
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> error)) {
                return Optional.empty();
            }
            told.addAll(told(run, error));
        }
        return Optional.of(told);
    }

    private List<ResponseError> told(FetchRun run, Map<?, ?> error) {
        SubgraphName service = run.fetch().fetch().subgraph();
        String message = error.get("message") instanceof String text
                ? text
                : "The subgraph '" + service + "' answered with an error without a message.";
        List<AnswerPath> places = places(run, error.get("path") instanceof List<?> path ? segments(path) : List.of());
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        if (error.get("extensions") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> extensions.put(String.valueOf(key), value));
        }
        extensions.putIfAbsent(ResponseError.CODE, ErrorCode.SUBGRAPH_ERROR.name());
        extensions.put(ResponseError.SERVICE, service.value());
        if (places.size() > MAX_PLACES) {
            extensions.put(ResponseError.PLACES, places.size());
        }
        return places.stream()
                .limit(MAX_PLACES)
                .map(place -> new ResponseError(message, List.of(), place, extensions))
                .toList();
    }

    private static List<Segment> segments(List<?> path) {
        List<Segment> segments = new ArrayList<>();
        for (Object segment : path) {
            switch (segment) {
                case String key -> segments.add(AnswerPath.key(key));
                case Integer index -> segments.add(AnswerPath.index(index));
                case null, default -> {
                    return segments;
                }
            }
        }
        return segments;
    }

    /** At least one. */
    private List<AnswerPath> places(FetchRun run, List<Segment> path) {
        if (path.isEmpty() || !(path.getFirst() instanceof Segment.Key(String key))) {
            return List.of(whole(run));
        }
        Optional<FetchRun.Looked> looked = run.looked(key);
        if (looked.isEmpty()) {
            List<AnswerPath> places = placesBelow(run.targetsOfRoot(), path);
            return places.isEmpty() ? List.of(paths.of(path)) : places;
        }
        if (path.size() < 2 || !(path.get(1) instanceof Segment.Index(int index))) {
            return List.of(whole(run));
        }
        List<AnswerPath> places = places(looked.get(), index, path.subList(2, path.size()));
        return places.isEmpty() ? List.of(whole(run)) : places;
    }

    private List<AnswerPath> places(FetchRun.Looked looked, int index, List<Segment> below) {
        Set<ObjectNode> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(looked.batch().occurrences(index));
        List<AnswerPath> places = new ArrayList<>();
        for (TargetPath target : looked.targets()) {
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
    private List<AnswerPath> placesBelow(List<TargetPath> targets, List<Segment> below) {
        List<AnswerPath> places = new ArrayList<>();
        for (TargetPath target : targets) {
            target.forEachWithTrail(root, (object, trail) -> {
                List<Segment> whole = new ArrayList<>(trail);
                whole.addAll(below);
                places.add(paths.of(whole));
            });
        }
        return places;
    }

    /** What all calls of the fetch have in common; up to the first list, since the fetch is about all its elements. */
    private AnswerPath whole(FetchRun run) {
        AnswerPath common = null;
        for (CompiledCall call : run.fetch().calls()) {
            for (AnswerPath path : about(call)) {
                common = common == null ? path : common.common(path);
            }
        }
        return common == null ? AnswerPath.ROOT : common;
    }

    private List<AnswerPath> about(CompiledCall call) {
        return switch (call) {
            case CompiledCall.Root(var asked, var targets, int[] answered, int[] merged)
            when !targets.isEmpty() ->
                targets.stream()
                        .map(target -> paths.of(target.trailToFirstList(root)))
                        .toList();
            case CompiledCall.Root(var asked, var targets, int[] answered, int[] merged) ->
                java.util.Arrays.stream(merged)
                        .mapToObj(slot ->
                                paths.of(List.of(AnswerPath.key(plan.layout().key(slot)))))
                        .filter(path -> !path.isEmpty())
                        .toList();
            case CompiledCall.Entities entities ->
                entities.targets().stream()
                        .map(target -> paths.of(target.trailToFirstList(root)))
                        .toList();
        };
    }
}
