package io.weft.gateway.composition.schema;

import io.weft.gateway.document.TypeReference;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the members of a type come to, so that a step of composition passes over types that hold nothing for it: of a large schema, nearly
 * all. It is found once for each type, and types stay the same objects from one composition to the next. Immutable.
 */
public final class Outline {

    static final Outline EMPTY = new Draft().outline();

    private final Set<String> outputs;
    private final Set<String> inputs;
    private final Set<String> references;
    private final Set<String> demanded;
    private final boolean directives;
    private final boolean defaults;
    private final boolean reserved;

    private Outline(Draft draft) {
        this.outputs = Collections.unmodifiableSet(draft.outputs);
        this.inputs = Collections.unmodifiableSet(draft.inputs);
        Set<String> all = new LinkedHashSet<>(draft.outputs);
        all.addAll(draft.inputs);
        this.references = Collections.unmodifiableSet(all);
        this.demanded = Collections.unmodifiableSet(draft.demanded);
        this.directives = draft.directives;
        this.defaults = draft.defaults;
        this.reserved = draft.reserved;
    }

    static Outline of(Collection<? extends Element> members) {
        Draft draft = new Draft();
        members.forEach(draft::add);
        return draft.outline();
    }

    /** The names of the types that fields are of. */
    public Set<String> outputs() {
        return outputs;
    }

    /** The names of the types that arguments and input fields are of. */
    public Set<String> inputs() {
        return inputs;
    }

    /** Both. */
    public Set<String> references() {
        return references;
    }

    /** Those of the {@link #inputs()} that something is of which can neither be a list nor null. */
    public Set<String> demanded() {
        return demanded;
    }

    /** Whether any member has a directive, or an argument of one. */
    public boolean hasDirectives() {
        return directives;
    }

    /** Whether any argument or input field has a default. */
    public boolean hasDefaults() {
        return defaults;
    }

    /** Whether any name begins with two underscores. */
    public boolean hasReservedNames() {
        return reserved;
    }

    private static final class Draft {
        private final Set<String> outputs = new LinkedHashSet<>(4);
        private final Set<String> inputs = new LinkedHashSet<>(4);
        private final Set<String> demanded = new LinkedHashSet<>(2);
        private boolean directives;
        private boolean defaults;
        private boolean reserved;

        Outline outline() {
            return new Outline(this);
        }

        void add(Element member) {
            directives |= !member.directives().isEmpty();
            reserved |= member.name().startsWith("__");
            if (member instanceof SchemaField field) {
                outputs.add(field.type().typeName());
                field.arguments().values().forEach(this::add);
            } else if (member instanceof SchemaInputValue input) {
                inputs.add(input.type().typeName());
                defaults |= input.defaultValue().isPresent();
                if (input.type() instanceof TypeReference.NonNull(TypeReference.Named(String name))) {
                    demanded.add(name);
                }
            }
        }
    }
}
