package io.weft.gateway.composition.subgraph;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a type and an extension of it together. */
final class JoinExtension {

    private final SubgraphName subgraph;
    private final Problems problems;

    JoinExtension(SubgraphName subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    Optional<SchemaType> join(SchemaType known, SchemaType more) {
        SchemaType.Header header = header(known.header(), more.header());
        return switch (known) {
            case SchemaType.ObjectType a
            when more instanceof SchemaType.ObjectType b ->
                Optional.of(new SchemaType.ObjectType(
                        header, members(known, a.fields(), b.fields()), union(a.interfaces(), b.interfaces())));
            case SchemaType.InterfaceType a
            when more instanceof SchemaType.InterfaceType b ->
                Optional.of(new SchemaType.InterfaceType(
                        header, members(known, a.fields(), b.fields()), union(a.interfaces(), b.interfaces())));
            case SchemaType.UnionType a
            when more instanceof SchemaType.UnionType b ->
                Optional.of(new SchemaType.UnionType(header, union(a.members(), b.members())));
            case SchemaType.EnumType a
            when more instanceof SchemaType.EnumType b ->
                Optional.of(new SchemaType.EnumType(header, members(known, a.values(), b.values())));
            case SchemaType.InputType a
            when more instanceof SchemaType.InputType b ->
                Optional.of(new SchemaType.InputType(header, members(known, a.fields(), b.fields())));
            case SchemaType.ScalarType a
            when more instanceof SchemaType.ScalarType b -> Optional.of(new SchemaType.ScalarType(header));
            case SchemaType.ObjectType a -> mismatch(known, more);
            case SchemaType.InterfaceType a -> mismatch(known, more);
            case SchemaType.UnionType a -> mismatch(known, more);
            case SchemaType.EnumType a -> mismatch(known, more);
            case SchemaType.InputType a -> mismatch(known, more);
            case SchemaType.ScalarType a -> mismatch(known, more);
        };
    }

    private Optional<SchemaType> mismatch(SchemaType known, SchemaType more) {
        problems.error(
                ErrorCode.INVALID_GRAPHQL,
                known.name() + " is defined as " + known.kind() + " and extended as " + more.kind(),
                Coordinate.of(known.name()),
                subgraph,
                more.line());
        return Optional.empty();
    }

    private static SchemaType.Header header(SchemaType.Header known, SchemaType.Header more) {
        List<AppliedDirective> directives = new ArrayList<>(known.directives());
        directives.addAll(more.directives());
        boolean moreDefines = more.origins().contains(Origin.DEFINITION);
        return new SchemaType.Header(
                known.name(),
                known.description().or(more::description),
                directives,
                moreDefines ? more.line() : known.line(),
                union(known.origins(), more.origins()));
    }

    private <E extends Element> Map<String, E> members(SchemaType type, Map<String, E> known, Map<String, E> more) {
        Map<String, E> all = new LinkedHashMap<>(known);
        more.forEach((name, member) -> {
            if (all.putIfAbsent(name, member) != null) {
                problems.error(
                        ErrorCode.INVALID_GRAPHQL,
                        type.name() + "." + name + " is defined twice",
                        Coordinate.of(type.name(), name),
                        subgraph,
                        member.line());
            }
        });
        return all;
    }

    private static <V> Set<V> union(Set<V> a, Set<V> b) {
        Set<V> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }
}
