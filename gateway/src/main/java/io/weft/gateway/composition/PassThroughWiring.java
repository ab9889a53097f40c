package io.weft.gateway.composition;

import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;

/** Every custom scalar takes and gives any value: the services know what it means, the gateway does not. */
final class PassThroughWiring implements WiringFactory {

    @Override
    public boolean providesScalar(ScalarWiringEnvironment environment) {
        return !CheckTypes.BUILT_IN_SCALARS.contains(
                environment.getScalarTypeDefinition().getName());
    }

    @Override
    public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
        return GraphQLScalarType.newScalar()
                .name(environment.getScalarTypeDefinition().getName())
                .coercing(PassThroughCoercing.INSTANCE)
                .build();
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
        return unresolved(environment.getInterfaceTypeDefinition().getName());
    }

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
        return unresolved(environment.getUnionTypeDefinition().getName());
    }

    private static TypeResolver unresolved(String type) {
        return environment -> {
            throw new IllegalStateException("the supergraph's schema is never executed, but " + type + " was resolved");
        };
    }
}
