package io.weft.schema;

import graphql.com.google.common.collect.ImmutableList;
import graphql.com.google.common.collect.ImmutableMap;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.PutTypesForNames;
import graphql.schema.impl.SchemaUtil;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A schema whose types somebody else has checked, so that graphql-java need not.
 *
 * <p>graphql-java's builder validates by walking from every field back to the root, which takes the square of the
 * number of types that are chained: most of the time it took to build a large schema. Its constructors leave that out,
 * but take root types from an existing schema; that one is a frame, with directives and introspection only.
 */
public final class CheckedSchema extends GraphQLSchema {

    private final GraphQLObjectType query;
    private final @Nullable GraphQLObjectType mutation;
    private final @Nullable GraphQLObjectType subscription;

    private CheckedSchema(
            GraphQLSchema frame,
            GraphQLCodeRegistry code,
            ImmutableMap<String, GraphQLNamedType> types,
            ImmutableMap<String, ImmutableList<GraphQLObjectType>> implementations) {
        super(frame, code, types, implementations);
        this.query = (GraphQLObjectType) Objects.requireNonNull(types.get("Query"));
        this.mutation = (GraphQLObjectType) types.get("Mutation");
        this.subscription = (GraphQLObjectType) types.get("Subscription");
    }

    /**
     * @param frame has the directives, and a query type that stands in for the real one
     * @param types all named types, GraphQL's own scalars that are used included; they refer to each other by name
     * @param code  for the types
     * @throws graphql.AssertException if a type is referred to that is not there
     */
    public static CheckedSchema of(GraphQLSchema frame, Collection<GraphQLNamedType> types, GraphQLCodeRegistry code) {
        return of(frame, types, types, code);
    }

    /**
     * @param types as above; but those that have been in a schema before refer to other types as objects already
     * @param made  those of them that refer by name
     */
    public static CheckedSchema of(
            GraphQLSchema frame,
            Collection<GraphQLNamedType> types,
            Collection<GraphQLNamedType> made,
            GraphQLCodeRegistry code) {
        Map<String, GraphQLNamedType> byName = HashMap.newHashMap(types.size() + 16);
        frame.getTypeMap().forEach((name, type) -> {
            if (name.startsWith("__")) {
                byName.put(name, type);
            }
        });
        types.forEach(type -> byName.put(type.getName(), type));
        PutTypesForNames.in(byName, made);
        Map<String, GraphQLNamedType> sorted = new TreeMap<>(byName);
        return new CheckedSchema(
                frame, code, ImmutableMap.copyOf(sorted), implementations(List.copyOf(sorted.values())));
    }

    /** The same types, with what fetches their data. */
    public CheckedSchema executedBy(GraphQLCodeRegistry code) {
        List<GraphQLNamedType> types = List.copyOf(getTypeMap().values());
        return new CheckedSchema(this, code, ImmutableMap.copyOf(getTypeMap()), implementations(types));
    }

    private static ImmutableMap<String, ImmutableList<GraphQLObjectType>> implementations(
            List<GraphQLNamedType> types) {
        ImmutableMap.Builder<String, ImmutableList<GraphQLObjectType>> sorted = ImmutableMap.builder();
        SchemaUtil.groupInterfaceImplementationsByName(types)
                .forEach((name, objects) -> sorted.put(
                        name, ImmutableList.sortedCopyOf(Comparator.comparing(GraphQLObjectType::getName), objects)));
        return sorted.build();
    }

    @Override
    public GraphQLObjectType getQueryType() {
        return query;
    }

    @Override
    public @Nullable GraphQLObjectType getMutationType() {
        return mutation;
    }

    @Override
    public @Nullable GraphQLObjectType getSubscriptionType() {
        return subscription;
    }

    @Override
    public boolean isSupportingMutations() {
        return mutation != null;
    }

    @Override
    public boolean isSupportingSubscriptions() {
        return subscription != null;
    }

    @Override
    public Set<GraphQLType> getAdditionalTypes() {
        return Set.copyOf(getTypeMap().values());
    }
}
