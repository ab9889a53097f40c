package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.validation.EntryKeys;
import io.weft.gateway.composition.validation.Stitches;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.stitching.EntryPoint;
import io.weft.gateway.stitching.KeyUse;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Lookup;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An entry point becomes a lookup. */
final class ResolveEntryPoint {

    private final ParsedSubgraph subgraph;
    private final EntryKeys keys;
    private final Problems problems;

    ResolveEntryPoint(ParsedSubgraph subgraph, EntryKeys keys, Problems problems) {
        this.subgraph = subgraph;
        this.keys = keys;
        this.problems = problems;
    }

    /** @param typeName an object type of the subgraph */
    Optional<Stitches.RootLookup> resolve(String typeName, EntryPoint entry) {
        EntryErrors errors = new EntryErrors(problems, subgraph.name(), typeName, entry);
        List<String> path = List.of(entry.fieldName().split("\\.", -1));
        Optional<SchemaField> root = new FindRootField(subgraph, errors).find(path);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Optional<Map<String, KeyTemplate>> arguments =
                new MakeArguments(subgraph, keys, errors).make(root.get(), entry.arguments());
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        KeyUse use = KeyUse.of(arguments.get().values());
        Optional<Lookup.RootField.Answer> answer = finds(typeName, root.get(), use, errors)
                ? answer(entry, use, arguments.get(), errors)
                : Optional.empty();
        Optional<FieldSet> key = answer.flatMap(found -> key(arguments.get(), found, errors));
        return key.map(set -> new Stitches.RootLookup(
                new Lookup.RootField(subgraph.name(), typeName, set, path, arguments.get(), answer.orElseThrow()),
                keys,
                SourcePlace.of(subgraph.name(), entry.at())));
    }

    private boolean finds(String typeName, SchemaField root, KeyUse use, EntryErrors errors) {
        TypeReference type = nullable(root.type());
        boolean isList = type instanceof TypeReference.ListOf;
        String named = root.type().typeName();
        boolean isOfType = named.equals(typeName)
                || Implementations.of(subgraph.types()).of(named).contains(typeName);
        boolean isNested = type instanceof TypeReference.ListOf(TypeReference element)
                && nullable(element) instanceof TypeReference.ListOf;
        if (!isOfType || isNested) {
            errors.error(
                    ErrorCode.MERGE_FIELD_RETURNS_OTHER_TYPE,
                    "it returns " + root.type().print() + (isNested ? ", a list of lists" : ""));
        } else if (use == KeyUse.OF_ONE && isList) {
            errors.error(
                    ErrorCode.MERGE_ARGUMENTS_INVALID,
                    "it returns a list, " + root.type().print()
                            + ", but is given one key: a list with an element for each key is written [[$key.field]]");
        } else if (use == KeyUse.OF_EACH && !isList) {
            errors.error(
                    ErrorCode.MERGE_ARGUMENTS_INVALID,
                    "it is given many keys, by [[...]], but returns one object, "
                            + root.type().print());
        } else {
            return true;
        }
        return false;
    }

    private Optional<Lookup.RootField.Answer> answer(
            EntryPoint entry, KeyUse use, Map<String, KeyTemplate> arguments, EntryErrors errors) {
        if (entry.match().isEmpty()) {
            return Optional.of(
                    use == KeyUse.OF_EACH
                            ? new Lookup.RootField.Answer.Positional()
                            : new Lookup.RootField.Answer.One());
        }
        if (use != KeyUse.OF_EACH) {
            errors.error(ErrorCode.MERGE_MATCH_INVALID, "it finds one object, so there is nothing to match");
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, String> rule : entry.match().entrySet()) {
            Optional<String> keyPath = rule.getValue().isEmpty() ? onlyPart(arguments) : Optional.of(rule.getValue());
            if (keyPath.isEmpty()) {
                errors.error(
                        ErrorCode.MERGE_MATCH_INVALID,
                        "'" + rule.getKey() + "' is to equal the key itself, but the key has several parts: say which");
                return Optional.empty();
            }
            fields.put(rule.getKey(), keyPath.get());
        }
        return Optional.of(new Lookup.RootField.Answer.Matched(fields));
    }

    /** The key itself, where it is but one field. */
    private static Optional<String> onlyPart(Map<String, KeyTemplate> arguments) {
        Set<List<String>> paths = new LinkedHashSet<>();
        arguments.values().forEach(template -> KeyPaths.collect(template, paths));
        return paths.size() == 1 && !paths.iterator().next().isEmpty()
                ? Optional.of(String.join(".", paths.iterator().next()))
                : Optional.empty();
    }

    private Optional<FieldSet> key(
            Map<String, KeyTemplate> arguments, Lookup.RootField.Answer answer, EntryErrors errors) {
        Set<List<String>> paths = new LinkedHashSet<>();
        arguments.values().forEach(template -> KeyPaths.collect(template, paths));
        if (answer instanceof Lookup.RootField.Answer.Matched(Map<String, String> fields)) {
            fields.values().forEach(path -> paths.add(List.of(path.split("\\.", -1))));
        }
        for (List<String> path : paths) {
            if (keys.declared().isPresent() && !keys.isDeclared(path) && !keys.isComputed(path)) {
                errors.error(
                        ErrorCode.MERGE_KEY_NOT_SELECTED,
                        "it is given $key." + String.join(".", path) + ", but the selection set is '"
                                + keys.declared().get().text() + "'");
                return Optional.empty();
            }
        }
        SelectionSet needed = keys.needed(paths);
        if (needed.isEmpty()) {
            errors.error(ErrorCode.MERGE_KEY_MISSING, "nothing says by what its objects are known");
            return Optional.empty();
        }
        return Optional.of(new FieldSet(needed.print(), needed));
    }

    private static TypeReference nullable(TypeReference type) {
        return type instanceof TypeReference.NonNull(TypeReference inner) ? inner : type;
    }
}
