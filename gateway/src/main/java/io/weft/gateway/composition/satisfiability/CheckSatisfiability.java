package io.weft.gateway.composition.satisfiability;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.MergedSchema;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.stitching.TypeMerging;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Subgraphs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether every query that the merged schema allows can be answered.
 *
 * <p>We walk the merged schema from its roots. A {@link Position} is an object type and the subgraphs an object of it
 * may come from; from there some other subgraphs can be reached by their keys ({@link Reach}). A field is fine where
 * one of them resolves it; its own position is then all that do. Positions repeat, so the walk ends; more subgraphs
 * never reach less, so a position with more of them than one already seen needs no look.
 */
public final class CheckSatisfiability {

    private final Subgraphs subgraphs;
    private final MergedSchema merged;
    private final Set<SubgraphName> stitched;
    private final Set<List<String>> lookupPaths;
    private final List<Runnable> postponed = new ArrayList<>();
    private final TypeMerging.Unreachable unreachable;
    private Walk walk = Walk.FROM_QUERIES;
    private final Problems problems;
    private final Reach reach;
    private final CheckRuntimeTypes runtimeTypes;
    private final Set<String> labelsOn;
    private final Set<Coordinate> reported;
    private final Map<String, List<Seen>> seen = new HashMap<>();
    private final Deque<Step> open = new ArrayDeque<>();

    private CheckSatisfiability(
            Subgraphs subgraphs,
            MergedSchema merged,
            Set<SubgraphName> stitched,
            TypeMerging.Unreachable unreachable,
            Problems problems,
            CheckRuntimeTypes runtimeTypes,
            Reach reach,
            Set<String> labelsOn,
            Set<Coordinate> reported) {
        this.subgraphs = subgraphs;
        this.merged = merged;
        this.stitched = stitched;
        this.unreachable = unreachable;
        this.lookupPaths = subgraphs.lookups().stream()
                .filter(Lookup.RootField.class::isInstance)
                .map(lookup -> ((Lookup.RootField) lookup).path())
                .collect(Collectors.toSet());
        this.problems = problems;
        this.reach = reach;
        this.runtimeTypes = runtimeTypes;
        this.labelsOn = labelsOn;
        this.reported = reported;
    }

    /** Whichever labels of progressive overrides are on; a field is reported once. */
    public static void check(
            Subgraphs subgraphs,
            MergedSchema merged,
            Set<SubgraphName> stitched,
            TypeMerging.Unreachable unreachable,
            Problems problems) {
        RuntimeTypes types = new RuntimeTypes(subgraphs, merged);
        CheckRuntimeTypes runtimeTypes = new CheckRuntimeTypes(subgraphs, types, problems);
        Set<Coordinate> reported = new HashSet<>();
        for (Set<String> on : LabelStates.of(subgraphs)) {
            Reach reach = new Reach(subgraphs, merged, types, on);
            new CheckSatisfiability(
                            subgraphs, merged, stitched, unreachable, problems, runtimeTypes, reach, on, reported)
                    .check();
        }
    }

    /** What has been looked at. */
    private record Seen(Set<SubgraphName> subgraphs, Set<Given> given) {
        static Seen of(Position position) {
            return new Seen(position.subgraphs(), position.given());
        }

        boolean isLessThan(Seen other) {
            return other.subgraphs.containsAll(subgraphs) && other.given.containsAll(given);
        }
    }

    /** Where we come from: what clients ask, and then what only lookups are meant to. */
    private enum Walk {
        FROM_QUERIES,
        FROM_LOOKUPS
    }

    /** How we came to a position. */
    private record Step(Position position, List<String> path) {}

    private void check() {
        for (String root : List.of("Query", "Mutation", "Subscription")) {
            if (merged.types().containsKey(root)) {
                Set<SubgraphName> having = new LinkedHashSet<>();
                for (Subgraph subgraph : subgraphs.all()) {
                    if (subgraph.type(root).isPresent()) {
                        having.add(subgraph.name());
                    }
                }
                open(new Step(new Position(root, Position.from(having)), List.of(root.toLowerCase(Locale.ROOT))));
            }
        }
        checkOpen();
        // what a lookup of a stitched service finds need not tell its own key: it is no way in for clients
        walk = Walk.FROM_LOOKUPS;
        postponed.forEach(Runnable::run);
        checkOpen();
    }

    private void checkOpen() {
        while (!open.isEmpty()) {
            check(open.removeFirst());
        }
    }

    private void open(Step step) {
        boolean plain = step.position().sources().stream()
                .allMatch(source -> source.provided().isEmpty());
        if (!plain) {
            if (reach.isNew(step.position())) {
                open.addLast(step);
            }
            return;
        }
        List<Seen> known = seen.computeIfAbsent(step.position().type(), key -> new ArrayList<>());
        Seen now = Seen.of(step.position());
        if (known.stream().noneMatch(earlier -> earlier.isLessThan(now))) {
            known.add(now);
            open.addLast(step);
        }
    }

    private void check(Step step) {
        if (!(merged.types().get(step.position().type()) instanceof SchemaType.ObjectType object)) {
            return;
        }
        Set<Source> reached = reach.from(step.position());
        for (SchemaField field : object.fields().values()) {
            List<Source> next = reach.resolving(step.position(), reached, field.name());
            boolean isLeaf = reach.types().of(field.type().typeName()).isEmpty();
            if (isLeaf && !next.isEmpty()) {
                continue;
            }
            List<String> path = new ArrayList<>(step.path());
            path.add(field.name());
            if (next.isEmpty()) {
                report(step, object, field, reached);
            } else {
                runtimeTypes.check(Coordinate.of(object.name(), field.name()), field, next, path);
                typeCanBeTold(
                        Coordinate.of(object.name(), field.name()), field.type().typeName(), next, path);
                if (lookupPaths.contains(path.subList(1, path.size()))) {
                    postponed.add(() -> follow(step.position(), field.type().typeName(), next, path));
                } else {
                    follow(step.position(), field.type().typeName(), next, path);
                }
            }
        }
    }

    /** An interface object does not know which type an object is of: somebody who has the interface must be asked. */
    private void typeCanBeTold(Coordinate at, String typeName, List<Source> sources, List<String> path) {
        List<Position> positions = reach.types().positions(typeName, sources);
        boolean told = positions.isEmpty()
                || sources.stream().anyMatch(source -> !isInterfaceObject(source.subgraph(), typeName))
                || positions.stream()
                        .flatMap(position -> reach.from(position).stream())
                        .anyMatch(source -> subgraphs.lookups(source.subgraph(), typeName).stream()
                                .anyMatch(lookup -> !isInterfaceObject(lookup.subgraph(), typeName)));
        if (!told && reported.add(at)) {
            String from = String.join(
                    ", ",
                    sources.stream().map(source -> source.subgraph().value()).toList());
            List<String> withType = new ArrayList<>(path);
            withType.add("__typename");
            problems.error(
                    ErrorCode.SATISFIABILITY_ERROR,
                    "no plan can answer " + WitnessQuery.print(withType, WitnessQuery.Target.LEAF)
                            + "\n    " + typeName + " is an interface object in " + from
                            + ", and no subgraph that has the interface gives it a @key that can be had from there",
                    at,
                    sources.stream()
                            .map(source -> new SourcePlace(source.subgraph(), 0))
                            .toList());
        }
    }

    private boolean isInterfaceObject(SubgraphName subgraph, String typeName) {
        return subgraphs.subgraph(subgraph).type(typeName).orElse(null) instanceof SubgraphType.InterfaceObject;
    }

    private void follow(Position above, String typeName, List<Source> sources, List<String> path) {
        for (Position position : reach.below(above, typeName, sources)) {
            List<String> below = new ArrayList<>(path);
            if (!position.type().equals(typeName)) {
                below.add("... on " + position.type());
            }
            open(new Step(position, below));
        }
    }

    private void report(Step step, SchemaType.ObjectType object, SchemaField field, Set<Source> reached) {
        Coordinate at = Coordinate.of(object.name(), field.name());
        if (!reported.add(at)) {
            return;
        }
        List<String> path = new ArrayList<>(step.path());
        path.add(field.name());
        boolean leaf = !(merged.types().get(field.type().typeName()) instanceof SchemaType.Composite)
                && !(merged.types().get(field.type().typeName()) instanceof SchemaType.UnionType);
        List<String> reasons = new ArrayList<>();
        List<SourcePlace> places = new ArrayList<>();
        for (Subgraph subgraph : subgraphs.all()) {
            Optional<String> reason = new ExplainUnanswered(subgraphs, reach, stitched)
                    .whyNot(step.position(), reached, subgraph, field.name());
            reason.ifPresent(text -> {
                reasons.add(subgraph.name() + ": " + text);
                places.add(new SourcePlace(subgraph.name(), 0));
            });
        }
        String message = (labelsOn.isEmpty() ? "" : "while " + String.join(", ", labelsOn) + " is on, ")
                + "no plan can answer "
                + WitnessQuery.print(path, leaf ? WitnessQuery.Target.LEAF : WitnessQuery.Target.OBJECT)
                + "\n    " + String.join("\n    ", reasons);
        if (walk == Walk.FROM_LOOKUPS) {
            problems.hint(HintCode.UNREACHABLE_FROM_LOOKUP, message, at);
            return;
        }
        switch (unreachable) {
            case REFUSED -> problems.error(ErrorCode.SATISFIABILITY_ERROR, message, at, places);
            case NULL -> problems.hint(HintCode.UNREACHABLE_FIELD, message, at);
        }
    }
}
