package io.weft.gateway.planning.plan;

import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.document.When;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Lookup;
import java.util.List;
import java.util.Objects;

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
    }

    /**
     * By {@code _entities}.
     *
     * @param responseKey where the answer's list stands: {@code _entities}, or an alias where a fetch has several
     * @param variable    the variable (without {@code $}) that carries the representations
     * @param selections  on what the lookup returns, which is a union, so the fields stand in inline fragments
     */
    record Entities(
            String responseKey,
            String variable,
            List<DataPath> targets,
            Lookup lookup,
            List<Representation> representations,
            SelectionSet selections,
            When when)
            implements Keyed {
        public Entities {
            Objects.requireNonNull(responseKey);
            Objects.requireNonNull(variable);
            targets = List.copyOf(targets);
            representations = List.copyOf(representations);
            Objects.requireNonNull(selections);
            Objects.requireNonNull(when);
            requireSubject(lookup, targets, representations);
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
            Objects.requireNonNull(when);
            requireSubject(lookup, targets, representations);
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
