package io.weft.gateway.composition.selection;

import graphql.language.BooleanValue;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.supergraph.Selector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The root fields of a subgraph by which entities can be selected, held to the contract ({@code docs/selection.md}). */
final class ReadSelectors {

    static final String CONTRACT = "https://weft.io/selection";

    private static final Map<String, String> ARGUMENTS = new LinkedHashMap<>();
    private static final Set<String> GIVEN = Set.of("filter", "orderBy", "within", "after");

    static {
        ARGUMENTS.put("within", "KeySet");
        ARGUMENTS.put("backward", "Boolean!");
        ARGUMENTS.put("first", "Int!");
        ARGUMENTS.put("after", "String");
    }

    private final ParsedSubgraph subgraph;
    private final Problems problems;

    ReadSelectors(ParsedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    List<SelectorField> read() {
        if (!(subgraph.types().get("Query") instanceof SchemaType.ObjectType query)) {
            return List.of();
        }
        List<SelectorField> selectors = new ArrayList<>();
        for (SchemaField field : query.fields().values()) {
            hintAtLookalike(field);
            field.directives().stream()
                    .filter(applied -> KeepSelectors.isSelector(applied, subgraph.links()))
                    .findFirst()
                    .flatMap(applied -> read(field, applied))
                    .ifPresent(selectors::add);
        }
        return selectors;
    }

    /** Somebody forgot the link, or imported the directive under another name. */
    private void hintAtLookalike(SchemaField field) {
        boolean isMeant = field.directives().stream()
                .anyMatch(applied -> applied.name().equals("selector")
                        && applied.string("entity").isPresent()
                        && !KeepSelectors.isSelector(applied, subgraph.links()));
        if (isMeant) {
            problems.hint(
                    HintCode.SELECTOR_WITHOUT_CONTRACT,
                    "@selector at Query." + field.name() + " in subgraph '" + subgraph.name()
                            + "' is not the selection contract's, so nothing is selected by it. If it is meant to be:"
                            + " extend schema @link(url: \"" + CONTRACT + "/v1.0\", import: [\"@selector\"])",
                    Coordinate.of("Query", field.name()));
        }
    }

    private Optional<SelectorField> read(SchemaField field, AppliedDirective applied) {
        List<String> wrong = new ArrayList<>();
        String entity = applied.string("entity").orElse("");
        String key = applied.string("key").orElse("");
        checkEntity(entity, key, wrong);
        ARGUMENTS.forEach((argument, type) -> checkArgument(field, argument, type, wrong));
        checkInput(field, "filter", false, wrong);
        checkInput(field, "orderBy", true, wrong);
        checkRequired(field, wrong);
        Selector.OrderKinds kinds = new Selector.OrderKinds(
                paths(applied, "relative", field, wrong), paths(applied, "approximate", field, wrong));
        checkDefaults(field, wrong);
        Optional<String> as = name(applied, "as", wrong);
        Optional<String> rootField = name(applied, "field", wrong);
        Optional<SchemaType.ObjectType> answer = new AnswerType(subgraph, wrong).of(field, entity);
        if (!wrong.isEmpty()) {
            wrong.forEach(why -> problems.error(
                    ErrorCode.SELECTOR_INVALID,
                    why,
                    Coordinate.of("Query", field.name()),
                    subgraph.name(),
                    field.line()));
            return Optional.empty();
        }
        boolean all = applied.arguments().get("all") instanceof BooleanValue value && value.isValue();
        return Optional.of(new SelectorField(
                subgraph,
                field,
                entity,
                key,
                rootField.orElseGet(() -> plural(entity)),
                as,
                all,
                kinds,
                answer.orElseThrow()));
    }

    /** Of a field of the graph that somebody has chosen. */
    private static Optional<String> name(AppliedDirective applied, String argument, List<String> wrong) {
        Optional<String> name = applied.string(argument);
        name.ifPresent(given -> {
            if (!given.matches("_?[A-Za-z][A-Za-z0-9_]*")) {
                wrong.add("its " + argument + " \"" + given + "\" is no name of a field");
            } else if (argument.equals("as") && Selector.Filter.CONNECTIVES.contains(given)) {
                wrong.add("its as \"" + given + "\" is what filters are joined by: choose another name");
            }
        });
        return name;
    }

    /** What is not sent must mean what it says: no filter, no order, from the first one on. */
    private static void checkDefaults(SchemaField field, List<String> wrong) {
        for (SchemaInputValue argument : field.arguments().values()) {
            String expected = argument.name().equals("backward") ? "false" : "null";
            Optional<String> given = argument.printedDefault();
            if (argument.name().equals("backward") && !given.equals(Optional.of(expected))) {
                wrong.add("its backward must be false by default, backward: Boolean! = false: a gateway sends it only"
                        + " where it is true");
            } else if (GIVEN.contains(argument.name())
                    && given.filter(value -> !value.equals(expected)).isPresent()) {
                wrong.add("its " + argument.name() + " must have no default, not " + given.get()
                        + ": a gateway leaves it out where there is none");
            }
        }
    }

    private static String plural(String entity) {
        String name = Character.toLowerCase(entity.charAt(0)) + entity.substring(1);
        boolean consonantAndY = name.matches(".*[^aeiou]y");
        return consonantAndY ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }

    private void checkEntity(String entity, String key, List<String> wrong) {
        if (!(subgraph.types().get(entity) instanceof SchemaType.ObjectType type)) {
            wrong.add("it selects from '" + entity + "', which is no object type of this subgraph");
            return;
        }
        SchemaField field = type.fields().get(key);
        if (field == null || !field.type().print().equals("Int!")) {
            wrong.add("its key must be a field of " + entity + " of the type Int!, but '" + key + "' is "
                    + (field == null ? "no field of it" : field.type().print()));
        }
        boolean isKey = type.all(FederationDirective.KEY).stream()
                .anyMatch(applied -> !applied.isFalse("resolvable")
                        && applied.string("fields").orElse("").strip().equals(key));
        if (!isKey) {
            wrong.add(entity + " must have @key(fields: \"" + key + "\") here, so that what is selected can be read");
        }
    }

    private static void checkArgument(SchemaField field, String argument, String type, List<String> wrong) {
        SchemaInputValue value = field.arguments().get(argument);
        if (value == null || !value.type().print().equals(type)) {
            wrong.add("it must take " + argument + ": " + type
                    + (value == null ? "" : ", not " + value.type().print()));
        }
    }

    private void checkInput(SchemaField field, String argument, boolean list, List<String> wrong) {
        SchemaInputValue value = field.arguments().get(argument);
        if (value == null) {
            return;
        }
        String name = value.type().typeName();
        boolean isInput = subgraph.types().get(name) instanceof SchemaType.InputType;
        String expected = list ? "[" + name + "!]" : name;
        if (!isInput || !value.type().print().equals(expected)) {
            wrong.add("its " + argument + " must be "
                    + (list ? "a list of an input type, [" + name + "!]" : "an input type, " + name) + ", not "
                    + value.type().print());
        }
    }

    private Set<String> paths(AppliedDirective applied, String kind, SchemaField field, List<String> wrong) {
        List<String> paths = applied.strings(kind);
        paths.forEach(path -> checkPath(field, kind, path, wrong));
        return Set.copyOf(paths);
    }

    /** Each field of an input object, the first one of the order's. */
    private void checkPath(SchemaField field, String kind, String path, List<String> wrong) {
        SchemaInputValue at = field.arguments().get("orderBy");
        for (String step : path.split("\\.", -1)) {
            SchemaInputValue next =
                    at != null && subgraph.types().get(at.type().typeName()) instanceof SchemaType.InputType input
                            ? input.fields().get(step)
                            : null;
            if (next == null) {
                wrong.add("its " + kind + " order \"" + path + "\" is none: orderBy has no field '" + step + "' there");
                return;
            }
            at = next;
        }
    }

    private static void checkRequired(SchemaField field, List<String> wrong) {
        List<String> known = List.of("filter", "orderBy", "backward", "within", "first", "after");
        field.arguments().values().stream()
                .filter(argument -> argument.isRequired() && !known.contains(argument.name()))
                .forEach(argument -> wrong.add("it requires " + argument.name() + ", which no gateway knows to send"));
    }
}
