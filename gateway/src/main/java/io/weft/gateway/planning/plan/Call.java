package io.weft.gateway.planning.plan;

import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.document.When;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Lookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One part of a fetch. */
public sealed interface Call {

    /** What is asked, in the subgraph's terms; response keys are the data tree's keys. */
    SelectionSet selections();

    /** When it is asked at all. */
    When when();

    /**
     * Fields of the subgraph's root type.
     *
     * @param targets paths to objects of the query type below the root, into each of which the answer is merged; empty:
     *                into the data tree's root
     */
    record Root(List<DataPath> targets, SelectionSet selections, When when) implements Call {
        public Root {
            targets = List.copyOf(targets);
            Objects.requireNonNull(selections);
            Objects.requireNonNull(when);
        }
    }

    /** Objects of the data tree are found again in the subgraph and get more fields. */
    sealed interface Keyed extends Call {

        /** Where the answer stands in the request's answer. */
        String responseKey();

        /** Paths to the objects; one object reached by two paths is asked once. */
        List<DataPath> targets();

        /**
         * How they are found; where the representations are of several types, one of their lookups: the others differ in
         * the type only.
         */
        Lookup lookup();

        /** What is known of an object and needed, by its type; an object none of them fits is left alone. */
        List<Representation> representations();

        /**
         * What is asked of an object that lacks something the whole needs: each of them that needs only what is there.
         * Empty where nothing can be asked without all of it.
         */
        List<Part> parts();

        /** The same call that asks no more than one of its parts. */
        Keyed only(Part part);

        /** The same call without its parts. */
        default Keyed undivided() {
            return only(new Part(representations(), selections()));
        }

        /** The same call under names of its own, so that it can stand in one request with others like it. */
        Keyed numbered(int number);
    }

    /** Some of a call's fields, with what these need. */
    record Part(List<Representation> representations, SelectionSet selections) {
        public Part {
            representations = List.copyOf(representations);
            Objects.requireNonNull(selections);
        }
    }

    /**
     * By {@code _entities}.
     *
     * @param responseKey where the answer's list stands: {@code _entities}, or an alias where a fetch has several
     * @param variable    the variable (without {@code $}) that carries the representations
     * @param selections  on what the lookup returns, which is a union, so the fields stand in inline fragments
     * @param contexts    values from above the objects that the selections use as arguments
     */
    record Entities(
            String responseKey,
            String variable,
            List<DataPath> targets,
            Lookup lookup,
            List<Representation> representations,
            SelectionSet selections,
            List<ContextValue> contexts,
            List<Part> parts,
            When when)
            implements Keyed {
        public Entities {
            Objects.requireNonNull(responseKey);
            Objects.requireNonNull(variable);
            targets = List.copyOf(targets);
            representations = List.copyOf(representations);
            Objects.requireNonNull(selections);
            contexts = List.copyOf(contexts);
            parts = List.copyOf(parts);
            Objects.requireNonNull(when);
            requireSubject(lookup, targets, representations);
            for (ContextValue context : contexts) {
                if (context.origins().size() != targets.size()) {
                    throw new IllegalArgumentException("$" + context.variable() + " has "
                            + context.origins().size() + " origins for " + targets.size() + " targets");
                }
            }
        }

        @Override
        public Entities only(Part part) {
            Set<String> used = part.selections().variables();
            List<ContextValue> needed = contexts.stream()
                    .filter(context -> used.contains(context.variable()))
                    .toList();
            return new Entities(
                    responseKey,
                    variable,
                    targets,
                    lookup,
                    part.representations(),
                    part.selections(),
                    needed,
                    List.of(),
                    when);
        }

        @Override
        public Entities numbered(int number) {
            return named(name -> name + "_" + number);
        }

        private Entities named(UnaryOperator<String> names) {
            Map<String, String> variables = new HashMap<>();
            contexts.forEach(context -> variables.put(context.variable(), names.apply(context.variable())));
            return named(names.apply(responseKey), names.apply(variable), variables);
        }

        /** @param variables new names of those that carry contexts, by their old ones */
        public Entities named(String newResponseKey, String newVariable, Map<String, String> variables) {
            return new Entities(
                    newResponseKey,
                    newVariable,
                    targets,
                    lookup,
                    representations,
                    selections.withVariables(variables),
                    contexts.stream()
                            .map(context ->
                                    context.named(variables.getOrDefault(context.variable(), context.variable())))
                            .toList(),
                    parts.stream()
                            .map(part -> new Part(
                                    part.representations(), part.selections().withVariables(variables)))
                            .toList(),
                    when);
        }
    }

    /**
     * By a field of the query root.
     *
     * @param responseKey where the answer stands. Where a call finds one object, each key has a call of its own, with the
     *                    key's number behind this name: {@code _k0}, {@code _k1}. Variables have the same names, with
     *                    the argument's behind it where there are several: {@code $_k0_owner}. No variable of the
     *                    client's begins so.
     * @param arguments   what the field is given, typed as the subgraph types them
     * @param matches     what a found object repeats of its key; empty where its position tells whose it is
     * @param returns     the type that the field returns, without lists
     * @param selections  on that type, with what {@code matches} asks back
     */
    record ByField(
            String responseKey,
            List<DataPath> targets,
            Lookup.RootField lookup,
            List<Representation> representations,
            List<KeyArgument> arguments,
            List<KeyMatch> matches,
            String returns,
            SelectionSet selections,
            List<Part> parts,
            When when)
            implements Keyed {
        public ByField {
            Objects.requireNonNull(responseKey);
            targets = List.copyOf(targets);
            representations = List.copyOf(representations);
            arguments = List.copyOf(arguments);
            matches = List.copyOf(matches);
            Objects.requireNonNull(returns);
            Objects.requireNonNull(selections);
            parts = List.copyOf(parts);
            Objects.requireNonNull(when);
            requireSubject(lookup, targets, representations);
        }

        @Override
        public ByField only(Part part) {
            return new ByField(
                    responseKey,
                    targets,
                    lookup,
                    part.representations(),
                    arguments,
                    matches,
                    returns,
                    part.selections(),
                    List.of(),
                    when);
        }

        @Override
        public ByField numbered(int number) {
            return new ByField(
                    responseKey + "_" + letters(number),
                    targets,
                    lookup,
                    representations,
                    arguments,
                    matches,
                    returns,
                    selections,
                    parts,
                    when);
        }

        /** a to z, then ba: names that no other name of ours with a number behind it can equal. */
        public static String letters(int number) {
            String last = String.valueOf((char) ('a' + number % 26));
            return number < 26 ? last : letters(number / 26) + last;
        }

        /** Whether each object has a call of its own. */
        public boolean isPerKey() {
            return lookup.answer() instanceof Lookup.RootField.Answer.One;
        }

        /** The arguments that are sent as variables; the others are constants and stand in the text. */
        public List<KeyArgument> variables() {
            return arguments.stream().filter(KeyArgument::isVariable).toList();
        }

        /** What follows the key's number in the name of the variable for an argument. */
        public String variableSuffix(KeyArgument argument) {
            return variables().size() == 1 ? "" : "_" + argument.name();
        }
    }

    /** @param type as the subgraph declares it */
    record KeyArgument(String name, TypeReference type, KeyTemplate value) {
        public KeyArgument {
            Objects.requireNonNull(name);
            Objects.requireNonNull(type);
            Objects.requireNonNull(value);
        }

        public boolean isVariable() {
            return value.usesKey();
        }
    }

    /**
     * @param answered data keys, from the found object to what it repeats
     * @param key      fields, from the key to what must be equal
     */
    record KeyMatch(List<String> answered, List<String> key) {
        public KeyMatch {
            answered = List.copyOf(answered);
            key = List.copyOf(key);
        }
    }

    private static void requireSubject(Lookup lookup, List<DataPath> targets, List<Representation> representations) {
        if (targets.isEmpty() || representations.isEmpty()) {
            throw new IllegalArgumentException("a lookup of " + lookup.type() + " without objects or representations");
        }
    }
}
