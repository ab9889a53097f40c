package io.weft.gateway.composition.schema;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A type of a subgraph's schema or of the merged one: definition and extensions put together. */
public sealed interface SchemaType extends Element {

    Header header();

    /** As GraphQL calls the kind: {@code "object"}, {@code "input object"}. */
    String kind();

    @Override
    default String name() {
        return header().name();
    }

    @Override
    default Optional<String> description() {
        return header().description();
    }

    @Override
    default List<AppliedDirective> directives() {
        return header().directives();
    }

    @Override
    default int line() {
        return header().line();
    }

    /** What its members come to. */
    Outline outline();

    /** The names of all types that it refers to. */
    default Set<String> references() {
        return outline().references();
    }

    /** Whether it has any directive, or something in it has. */
    default boolean hasDirectives() {
        return outline().hasDirectives() || !directives().isEmpty();
    }

    /**
     * @param origins whether there is a definition, extensions, or both
     */
    record Header(
            String name,
            Optional<String> description,
            List<AppliedDirective> directives,
            int line,
            Set<Origin> origins) {
        public Header {
            directives = List.copyOf(directives);
            origins = Set.copyOf(origins);
        }

        public Header withName(String replacement) {
            return new Header(replacement, description, directives, line, origins);
        }

        public Header withDirectives(List<AppliedDirective> replacement) {
            return new Header(name, description, replacement, line, origins);
        }
    }

    /** A type with output fields. */
    sealed interface Composite extends SchemaType {
        Map<String, SchemaField> fields();

        Set<String> interfaces();

        Composite with(Header header, Map<String, SchemaField> fields);

        /** Only extended here, by {@code extend} or by {@code @extends}. */
        default boolean isExtension() {
            return !header().origins().contains(Origin.DEFINITION) || has(FederationDirective.EXTENDS);
        }
    }

    record ObjectType(Header header, Map<String, SchemaField> fields, Set<String> interfaces) implements Composite {
        public ObjectType {
            fields = Members.of(fields);
            interfaces = ordered(interfaces);
        }

        @Override
        public Outline outline() {
            return Members.of(fields).outline();
        }

        @Override
        public Set<String> references() {
            return both(outline().references(), interfaces);
        }

        @Override
        public String kind() {
            return "object";
        }

        @Override
        public Composite with(Header replacement, Map<String, SchemaField> replacedFields) {
            return new ObjectType(replacement, replacedFields, interfaces);
        }
    }

    record InterfaceType(Header header, Map<String, SchemaField> fields, Set<String> interfaces) implements Composite {
        public InterfaceType {
            fields = Members.of(fields);
            interfaces = ordered(interfaces);
        }

        @Override
        public Outline outline() {
            return Members.of(fields).outline();
        }

        @Override
        public Set<String> references() {
            return both(outline().references(), interfaces);
        }

        @Override
        public String kind() {
            return "interface";
        }

        @Override
        public Composite with(Header replacement, Map<String, SchemaField> replacedFields) {
            return new InterfaceType(replacement, replacedFields, interfaces);
        }
    }

    record UnionType(Header header, Set<String> members) implements SchemaType {
        public UnionType {
            members = ordered(members);
        }

        @Override
        public Outline outline() {
            return Outline.EMPTY;
        }

        @Override
        public Set<String> references() {
            return members;
        }

        @Override
        public String kind() {
            return "union";
        }
    }

    record EnumType(Header header, Map<String, SchemaEnumValue> values) implements SchemaType {
        public EnumType {
            values = Members.of(values);
        }

        @Override
        public Outline outline() {
            return Members.of(values).outline();
        }

        @Override
        public String kind() {
            return "enum";
        }
    }

    record ScalarType(Header header) implements SchemaType {
        @Override
        public Outline outline() {
            return Outline.EMPTY;
        }

        @Override
        public String kind() {
            return "scalar";
        }
    }

    record InputType(Header header, Map<String, SchemaInputValue> fields) implements SchemaType {
        public InputType {
            fields = Members.of(fields);
        }

        @Override
        public Outline outline() {
            return Members.of(fields).outline();
        }

        @Override
        public String kind() {
            return "input object";
        }
    }

    private static Set<String> both(Set<String> names, Set<String> more) {
        if (more.isEmpty()) {
            return names;
        }
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(more);
        return all;
    }

    private static Set<String> ordered(Set<String> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}
