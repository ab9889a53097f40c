package io.weft.gateway.differential;

import io.weft.gateway.differential.World.Key;
import io.weft.gateway.differential.World.Row;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A random distribution of a {@link World} over federation subgraphs. */
record Cut(List<Part> parts) {

    /** What one subgraph holds. */
    static final class Part {
        final String name;
        final Map<String, PartType> types = new LinkedHashMap<>();
        final Map<String, RootField> queries = new LinkedHashMap<>();
        final Map<String, RootField> mutations = new LinkedHashMap<>();

        /** Rows that it refers to, and does not find. */
        final Set<Row> lacks = new HashSet<>();

        /** Whether it publishes the SDL of Federation 1. */
        boolean first;

        Part(String name) {
            this.name = name;
        }

        boolean resolves(String type, String field) {
            PartType known = types.get(type);
            return known != null && known.fields.containsKey(field) && known.fields.get(field).role == Role.RESOLVED;
        }

        boolean defines(String type, String field) {
            return types.containsKey(type) && types.get(type).fields.containsKey(field);
        }
    }

    /** A type as a part defines it. */
    static final class PartType {
        final String name;

        /** Whether each resolves. */
        final Map<Key, Boolean> keys = new LinkedHashMap<>();

        final Map<String, PartField> fields = new LinkedHashMap<>();

        /** Of a union or interface: the types this part knows of it. */
        final Set<String> members = new LinkedHashSet<>();

        /** Whether it is an interface elsewhere. */
        boolean standsIn;

        /** Whether its objects give values to those below. */
        boolean setsContext;

        PartType(String name) {
            this.name = name;
        }
    }

    enum Role {
        /** The part answers the field. */
        RESOLVED,
        /** The part names the field, another one answers it. */
        EXTERNAL,
        /** The part still has the field, another one has taken it over. */
        OVERRIDDEN
    }

    /** A field as a part defines it. */
    static final class PartField {
        final String name;
        String type;
        Role role;
        boolean shareable;
        Optional<String> requires = Optional.empty();

        /** By type: the field that this one provides. */
        Map<String, String> provides = Map.of();

        boolean providesFragments;

        /** The part whose field this one takes over, and for which label. */
        Optional<String> overrides = Optional.empty();

        Optional<String> label = Optional.empty();

        /** Where the role depends on whether a label is on: {@code OVERRIDDEN} while it is. */
        Optional<String> overriddenWhile = Optional.empty();

        PartField(String name, String type, Role role) {
            this.name = name;
            this.type = type;
            this.role = role;
        }

        boolean isPlain() {
            return requires.isEmpty() && provides.isEmpty() && overrides.isEmpty() && overriddenWhile.isEmpty();
        }
    }

    record RootField(String name, String type, String target, boolean shareable) {}

    static Cut random(World world, Random random) {
        return new GenerateCut(world, random).cut();
    }
}
