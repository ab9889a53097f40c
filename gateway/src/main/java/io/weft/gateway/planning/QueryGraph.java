package io.weft.gateway.planning;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.supergraph.ContextualArgument;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphField.Resolution;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the planner asks of a supergraph: who knows a type, who answers a field, which ways lead in. Subgraphs are
 * numbered in their order. One for all plans of a supergraph with the same labels; safe for use by many threads.
 */
final class QueryGraph {
    private final Views views;
    private final Supergraph supergraph;
    private final Map<SubgraphName, Integer> numbers = new HashMap<>();

    /** Those of interfaces: each may lead to objects of several types. */
    private final List<Lookup> generalLookups;

    private final Map<String, int[]> knowing = new ConcurrentHashMap<>();
    private final GraphQLSchema schema;
    private final GraphQLSchema apiSchema;
    private final Set<String> activeLabels;
    private final Map<String, Set<String>> possible = new ConcurrentHashMap<>();
    private final Map<String, List<Way>> ways = new ConcurrentHashMap<>();
    private final Contexts contexts;

    /** @param activeLabels of progressive overrides: those for which the new subgraph answers */
    QueryGraph(Supergraph supergraph, Set<String> activeLabels) {
        this.activeLabels = Set.copyOf(activeLabels);
        this.supergraph = supergraph;
        this.schema = supergraph.schema();
        this.views = new Views(schema, supergraph.subgraphs());
        for (Subgraph subgraph : supergraph.subgraphs()) {
            numbers.put(subgraph.name(), numbers.size());
        }
        this.apiSchema = supergraph.apiSchema();
        this.generalLookups = supergraph.lookups().stream()
                .filter(lookup -> isAbstract(lookup.type()))
                .toList();
        this.contexts = new Contexts(views.subgraphs(), this::possible);
    }

    /**
     * A way to find objects of one type.
     *
     * @param lookup null for the query type: there is one object of it, which every subgraph knows without a key
     * @param type   the type that is found
     * @param key    what must be known of the object
     */
    record Way(int subgraph, @Nullable Lookup lookup, String type, SelectionSet key) {
        static Way of(int subgraph, Lookup lookup) {
            return new Way(subgraph, lookup, lookup.type(), lookup.key().selections());
        }

        /**
         * What is entered, without regard to the type: ways with equal entries are asked together. {@code _entities} finds
         * objects of all types and by all keys.
         */
        Entry entry() {
            return lookup
                            instanceof
                            Lookup.RootField(var in, var found, FieldSet by, var path, var arguments, var answer)
                    ? new Entry.Field(path, arguments, answer, by.selections())
                    : Entry.Common.ENTITIES;
        }

        /** Whether all of it is sent along. */
        boolean carries(SelectionSet requirement) {
            return lookup == null || SentKey.carries(lookup, requirement);
        }

        /** Whether the object's own type name has to be known. */
        boolean isOfObject(String type) {
            return this.type.equals(type);
        }
    }

    /** What a way leads through. */
    sealed interface Entry {
        enum Common implements Entry {
            ENTITIES
        }

        record Field(
                List<String> path, Map<String, KeyTemplate> arguments, Lookup.RootField.Answer answer, SelectionSet key)
                implements Entry {}
    }

    /** Of {@link #views()}: those who are asked, told apart by what they take objects for. */
    int size() {
        return views.size();
    }

    /** All views of the subgraphs named. */
    BitSet views(Set<SubgraphName> named) {
        BitSet all = new BitSet();
        for (int view = 0; view < size(); view++) {
            all.set(view, named.contains(name(view)));
        }
        return all;
    }

    SubgraphName name(int subgraph) {
        return views.subgraph(subgraph).name();
    }

    /** The object types a composite type of the supergraph stands for; empty for other types. */
    Set<String> possible(String type) {
        return possible.computeIfAbsent(type, this::findPossible);
    }

    private Set<String> findPossible(String name) {
        GraphQLType type = schema.getType(name);
        Collection<? extends GraphQLNamedType> found = switch (type) {
            case GraphQLObjectType object -> List.of(object);
            case GraphQLInterfaceType abstracted ->
                Objects.requireNonNullElse(schema.getImplementations(abstracted), List.of());
            case GraphQLUnionType union ->
                union.getTypes().stream().map(GraphQLNamedType.class::cast).toList();
            case null, default -> List.of();
        };
        Set<String> names = new LinkedHashSet<>();
        found.forEach(each -> names.add(each.getName()));
        return names;
    }

    /** Whether clients may know the type. */
    boolean isVisible(String type) {
        return apiSchema.getType(type) != null;
    }

    boolean isAbstract(String type) {
        return schema.getType(type) instanceof GraphQLInterfaceType || schema.getType(type) instanceof GraphQLUnionType;
    }

    boolean isComposite(String type) {
        return !possible(type).isEmpty() || isAbstract(type);
    }

    /** As the whole schema defines it, inaccessible fields included. */
    @Nullable GraphQLFieldDefinition definition(String type, String field) {
        return schema.getType(type) instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinition(field)
                : null;
    }

    /** How the subgraph sees objects of {@code objectType}: as this type, or as an interface object. */
    SubgraphType.@Nullable Composite view(int subgraph, String objectType) {
        return views.of(subgraph, objectType);
    }

    /** What the subgraph calls objects of {@code objectType} that it sees in this view. */
    String viewName(int subgraph, String objectType) {
        SubgraphType.Composite view = view(subgraph, objectType);
        return view == null ? objectType : view.name();
    }

    Views views() {
        return views;
    }

    /** The subgraphs that know objects of the type, in their order. */
    int[] knowing(String objectType) {
        return knowing.computeIfAbsent(
                objectType,
                type -> IntStream.range(0, views.size())
                        .filter(subgraph -> view(subgraph, type) != null)
                        .toArray());
    }

    @Nullable SubgraphField field(int subgraph, String objectType, String field) {
        SubgraphType.Composite view = view(subgraph, objectType);
        return view == null ? null : view.fields().get(field);
    }

    /** The field at the end of a path from the query root. */
    SubgraphField rootField(int subgraph, List<String> path) {
        String type = OperationKind.QUERY.rootType();
        SubgraphField field = null;
        for (String name : path) {
            field = views.subgraph(subgraph).field(type, name).orElse(null);
            if (field == null) {
                throw new IllegalArgumentException(
                        "a lookup by " + type + "." + name + ", unknown in " + name(subgraph));
            }
            type = field.type().typeName();
        }
        return Objects.requireNonNull(field, "a lookup has a path");
    }

    @Nullable SubgraphType type(int subgraph, String type) {
        return views.type(subgraph, type);
    }

    /** The object types that a value of {@code type} may have when this subgraph answers it. */
    Set<String> possibleIn(int subgraph, String type) {
        return views.possible(subgraph, type, this::possible);
    }

    /** Whether values of {@code type} come from this subgraph without their real type's name. */
    boolean isStandIn(int subgraph, String type) {
        return views.isStandIn(subgraph, type);
    }

    /** Whether the subgraph answers the field, be it only with what {@code @requires} asks for. */
    boolean isAnswered(int subgraph, @Nullable SubgraphField field) {
        return field != null
                && switch (field.resolution()) {
                    case Resolution.Resolved() -> true;
                    case Resolution.External() -> false;
                    case Resolution.Overridden(SubgraphName ignored) -> false;
                    case Resolution.Progressive(String label, SubgraphName by) ->
                        by.equals(name(subgraph)) == activeLabels.contains(label);
                };
    }

    /** What objects give to fields below them. */
    Contexts contexts() {
        return contexts;
    }

    /** Whether objects of {@code objectType} give the argument its value, where they are the nearest that do. */
    boolean isGivenBy(String objectType, ContextualArgument argument) {
        return argument.types().stream().anyMatch(type -> possible(type).contains(objectType));
    }

    /** All ways to find an object of {@code objectType}: first those under its own name. */
    List<Way> ways(String objectType) {
        return ways.computeIfAbsent(objectType, this::findWays);
    }

    private List<Way> findWays(String objectType) {
        List<Way> own = new ArrayList<>();
        List<Way> general = new ArrayList<>();
        for (Lookup lookup : supergraph.lookups(objectType)) {
            own.add(Way.of(number(lookup.subgraph()), lookup));
        }
        if (objectType.equals(OperationKind.QUERY.rootType())) {
            for (int subgraph : knowing(objectType)) {
                own.add(new Way(subgraph, null, objectType, SelectionSet.EMPTY));
            }
        }
        for (Lookup lookup : generalLookups) {
            int subgraph = number(lookup.subgraph());
            if (possibleIn(subgraph, lookup.type()).contains(objectType)) {
                general.add(Way.of(views.reached(subgraph, lookup.type(), objectType), lookup));
            }
        }
        own.addAll(general);
        return List.copyOf(own);
    }

    private int number(SubgraphName name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("a lookup into an unknown subgraph: " + name);
        }
        return number;
    }
}
