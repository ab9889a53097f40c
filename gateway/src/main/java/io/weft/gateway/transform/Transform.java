package io.weft.gateway.transform;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change of a service's schema on its way into the graph. Transforms are applied in the order they are written, and
 * each is written in the names that those before it have left. Elements are named by their coordinates:
 * {@code Type.field}, {@code Type.field.argument}, {@code InputType.field}, {@code Enum.VALUE}. The root types are
 * {@code Query}, {@code Mutation} and {@code Subscription}, whatever the service calls them.
 */
public sealed interface Transform {

    /** Where it is written, with the transform's name as text. */
    Written at();

    /** A new name for the element that {@code from} names; just the name, also where {@code from} is a coordinate. */
    record Rename(Written from, Written to) {}

    /** A value for the argument that {@code argument} names: null, Boolean, Number, String, List or Map. */
    record Given(Written argument, @Nullable Object value) {}

    /** Gives elements of one kind other names, all at once: names may be swapped. */
    record RenameElements(Written at, ElementKind kind, List<Rename> renames) implements Transform {
        public RenameElements {
            renames = List.copyOf(renames);
        }
    }

    /**
     * Puts something before or behind the names of types.
     *
     * @param except patterns of names that stay
     * @param kinds  which types are meant
     */
    record AffixTypes(Written at, Affix affix, List<Written> except, Affected kinds) implements Transform {
        public AffixTypes {
            except = List.copyOf(except);
        }

        /** Scalars often mean the same everywhere ({@code DateTime}), and are left alone where nothing is said. */
        public enum Affected {
            ALL_BUT_SCALARS,
            ALL
        }
    }

    /**
     * Puts something before or behind the names of fields.
     *
     * @param types  patterns of the types whose fields are meant; empty: the root types
     * @param except patterns of coordinates that stay
     */
    record AffixFields(Written at, Affix affix, List<Written> types, List<Written> except) implements Transform {
        public AffixFields {
            types = List.copyOf(types);
            except = List.copyOf(except);
        }
    }

    /** What stands before and behind a name; one of the two may be empty. */
    record Affix(String prefix, String suffix) {
        public Affix {
            Objects.requireNonNull(prefix);
            Objects.requireNonNull(suffix);
        }

        public String around(String name) {
            return prefix + name + suffix;
        }
    }

    /**
     * Leaves out elements of one kind.
     *
     * @param include patterns; of the types they name, only what they match stays. Empty: everything
     * @param exclude patterns of what goes
     */
    record Filter(Written at, ElementKind kind, List<Written> include, List<Written> exclude) implements Transform {
        public Filter {
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
        }
    }

    /**
     * Leaves out fields, arguments, input fields and enum values that carry a directive.
     *
     * @param directive without {@code @}
     * @param argument  one of its arguments and the value that it has to have
     */
    record RemoveMarked(Written at, Written directive, Optional<Given> argument) implements Transform {}

    /** Takes directives off fields, arguments, input fields, enum values and types. */
    record RemoveDirectives(Written at, List<Written> directives) implements Transform {
        public RemoveDirectives {
            directives = List.copyOf(directives);
        }
    }

    /** Gives arguments values of the gateway's; clients no longer see these arguments. */
    record FixArguments(Written at, List<Given> arguments) implements Transform {
        public FixArguments {
            arguments = List.copyOf(arguments);
        }
    }

    /** Gives arguments values for when clients give none. */
    record DefaultArguments(Written at, List<Given> arguments) implements Transform {
        public DefaultArguments {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Makes a field of the objects below a type a field of that type: {@code Film.year} of {@code pub { year }}. It takes
     * the arguments of all fields on its way. Through a list it becomes a list.
     *
     * @param path     the fields from the type on; the last one is hoisted
     * @param as       its name on the type
     * @param original what becomes of the field where it was
     */
    record HoistField(Written at, Written type, List<Written> path, Written as, Original original)
            implements Transform {
        public HoistField {
            path = List.copyOf(path);
        }

        public enum Original {
            REMOVED,
            KEPT
        }
    }

    /**
     * Puts fields of a type into an object of their own.
     *
     * @param fields  names or patterns of the fields that move; empty: all
     * @param as      the name of the field that holds the object
     * @param newType the object's type
     */
    record WrapFields(Written at, Written type, List<Written> fields, Written as, Written newType)
            implements Transform {
        public WrapFields {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Puts all root fields of the service into a namespace, {@code Query.films: FilmsQuery}. Subscriptions stay where
     * they are.
     *
     * @param field    the name of the field on {@code Query} and {@code Mutation}
     * @param query    the type that takes the fields of {@code Query}
     * @param mutation the type that takes the fields of {@code Mutation}
     */
    record Namespace(Written at, Written field, Written query, Written mutation) implements Transform {}
}
