package io.weft.gateway.composition;

import graphql.schema.idl.SchemaPrinter;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Supergraph;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A supergraph as lines: two that plan alike have the same, in whatever order things were written. */
final class SupergraphLines {

    private SupergraphLines() {}

    static String of(Supergraph supergraph) {
        return Stream.of(
                        supergraph.subgraphs().stream().map(subgraph -> subgraph.name() + " at " + subgraph.url()),
                        supergraph.lookups().stream().map(SupergraphLines::lookup),
                        supergraph.subgraphs().stream().flatMap(SupergraphLines::types))
                .flatMap(Function.identity())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static String api(Supergraph supergraph) {
        return new SchemaPrinter().print(supergraph.apiSchema());
    }

    private static String lookup(Lookup lookup) {
        return lookup.subgraph() + " finds " + lookup.type() + " by " + print(lookup.key());
    }

    private static Stream<String> types(Subgraph subgraph) {
        return subgraph.types().values().stream().flatMap(type -> type(subgraph, type));
    }

    private static Stream<String> type(Subgraph subgraph, SubgraphType type) {
        String at = subgraph.name() + ": ";
        String name = at + type.name();
        return switch (type) {
            case SubgraphType.ObjectType object ->
                Stream.concat(Stream.of(at + "object " + type.name() + names(object.interfaces())), fields(at, object));
            case SubgraphType.InterfaceType contract ->
                Stream.concat(
                        Stream.of(at + "interface " + type.name() + names(contract.interfaces()) + " of"
                                + names(contract.implementations())),
                        fields(at, contract));
            case SubgraphType.InterfaceObject object ->
                Stream.concat(Stream.of(at + "interface object " + type.name()), fields(at, object));
            case SubgraphType.UnionType union -> Stream.of(name + " =" + names(union.members()));
            case SubgraphType.EnumType enumType -> Stream.of(name + " has" + names(enumType.values()));
            case SubgraphType.ScalarType scalar -> Stream.of(name);
            case SubgraphType.InputObject input ->
                Stream.of(name + " takes"
                        + names(input.fields().entrySet().stream()
                                .map(field ->
                                        field.getKey() + ":" + field.getValue().print())
                                .toList()));
        };
    }

    private static Stream<String> fields(String at, SubgraphType.Composite type) {
        return type.fields().values().stream()
                .filter(field -> !(field.resolution() instanceof Resolution.Overridden))
                .map(field -> at + type.name() + "." + field(field));
    }

    private static String field(SubgraphField field) {
        List<String> arguments = field.arguments().entrySet().stream()
                .map(argument -> argument.getKey() + ":" + argument.getValue().print())
                .toList();
        return field.name() + names(arguments) + ": " + field.type().print() + resolution(field.resolution())
                + fieldSet(" requires ", field.requires()) + fieldSet(" provides ", field.provides());
    }

    private static String resolution(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> "";
            case Resolution.External external -> " external";
            case Resolution.Overridden overridden -> " overridden";
            case Resolution.Progressive progressive -> " moves by " + progressive.label() + " to " + progressive.by();
        };
    }

    private static String fieldSet(String word, Optional<FieldSet> set) {
        return set.map(found -> word + print(found)).orElse("");
    }

    private static String print(FieldSet set) {
        return set.selections().print();
    }

    private static String names(Collection<String> names) {
        return names.isEmpty() ? "" : " " + String.join(" ", new TreeSet<>(names));
    }
}
