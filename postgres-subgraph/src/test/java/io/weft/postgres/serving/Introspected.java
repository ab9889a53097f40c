package io.weft.postgres.serving;

import graphql.GraphQL;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What schemas tell of themselves, to compare them by. */
final class Introspected {

    private static final String EVERYTHING =
            IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
                    .specifiedByUrl(true)
                    .isOneOf(true)
                    .directiveIsRepeatable(true)
                    .inputValueDeprecation(true)
                    .typeRefFragmentDepth(7));

    private Introspected() {}

    /** Every fact a line: where it stands, and what it is. */
    static Set<String> of(GraphQLSchema schema) {
        Map<String, Object> data = Objects.requireNonNull(
                GraphQL.newGraphQL(schema).build().execute(EVERYTHING).getData());
        Set<String> facts = new TreeSet<>();
        tell("", data.get("__schema"), facts);
        return facts;
    }

    /** What graphql-java's own generator makes of the SDL, which it validates, with the scalars of another schema. */
    static GraphQLSchema generated(GraphQLSchema like, String sdl) {
        RuntimeWiring.Builder wiring =
                RuntimeWiring.newRuntimeWiring().strictMode(false).wiringFactory(new MockedWiringFactory());
        like.getAllTypesAsList().stream()
                .filter(GraphQLScalarType.class::isInstance)
                .map(GraphQLScalarType.class::cast)
                .filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar))
                .forEach(wiring::scalar);
        return new SchemaGenerator()
                .makeExecutableSchema(Federated.registry(new ParseDefinitions().parse(sdl), wiring), wiring.build());
    }

    private static void tell(String place, @Nullable Object value, Set<String> facts) {
        switch (value) {
            case null -> {}
            case Map<?, ?> object -> object.forEach((name, field) -> tell(place + "." + name, field, facts));
            case List<?> list -> list.forEach(element -> tell(place + "[" + name(element) + "]", element, facts));
            case String text when text.isEmpty() -> {}
            default -> facts.add(place + " = " + value);
        }
    }

    private static String name(Object value) {
        return value instanceof Map<?, ?> object ? String.valueOf(object.get("name")) : String.valueOf(value);
    }
}
