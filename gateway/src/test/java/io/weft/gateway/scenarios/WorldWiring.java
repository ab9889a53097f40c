package io.weft.gateway.scenarios;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.TypeResolutionEnvironment;
import graphql.execution.CoercedVariables;
import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionStepInfo;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Answers every field of any schema from the scenario's world. */
final class WorldWiring implements WiringFactory {

    private final World world;
    private final String subgraph;

    private final BiConsumer<ExecutionStepInfo, World.Thing> check;

    /** One that answers whatever it is asked. */
    WorldWiring(World world, String subgraph) {
        this(world, subgraph, (step, of) -> {});
    }

    /** @param check called before a field is answered, with the object it is a field of; throws if it may not be asked */
    WorldWiring(World world, String subgraph, BiConsumer<ExecutionStepInfo, World.Thing> check) {
        this.world = world;
        this.subgraph = subgraph;
        this.check = check;
    }

    @Override
    public boolean providesScalar(ScalarWiringEnvironment environment) {
        return !ScalarInfo.isGraphqlSpecifiedScalar(
                environment.getScalarTypeDefinition().getName());
    }

    @Override
    public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
        return GraphQLScalarType.newScalar()
                .name(environment.getScalarTypeDefinition().getName())
                .coercing(new PassOn())
                .build();
    }

    @Override
    public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
        return this::resolve;
    }

    @Override
    public boolean providesTypeResolver(UnionWiringEnvironment environment) {
        return true;
    }

    @Override
    public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
        return this::resolve;
    }

    /** The object's own type; where the schema lacks it, the one type that is none of the world's: an interface object. */
    private @Nullable GraphQLObjectType resolve(TypeResolutionEnvironment env) {
        String own = ((World.Thing) env.getObject()).type();
        GraphQLType possible = env.getFieldType() instanceof GraphQLType type ? GraphQLTypeUtil.unwrapAll(type) : null;
        if (env.getSchema().getType(own) instanceof GraphQLObjectType known) {
            return known;
        }
        List<GraphQLObjectType> standIns = (possible instanceof GraphQLInterfaceType face
                        ? env.getSchema().getImplementations(face)
                        : List.<GraphQLObjectType>of())
                .stream()
                        .filter(type -> !world.types().contains(type.getName()))
                        .toList();
        return standIns.size() == 1 ? standIns.getFirst() : null;
    }

    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
        return this::fetch;
    }

    private Object fetch(DataFetchingEnvironment env) {
        World.Thing thing = env.getSource() instanceof World.Thing known ? known : world.root(rootKind(env));
        check.accept(env.getExecutionStepInfo(), thing);
        GraphQLNamedType declared = GraphQLTypeUtil.unwrapAll(env.getFieldType());
        Map<String, Object> arguments = new LinkedHashMap<>();
        env.getFieldDefinition().getArguments().forEach(argument -> {
            if (env.containsArgument(argument.getName())) {
                arguments.put(argument.getName(), env.getArgument(argument.getName()));
            }
        });
        Object value =
                world.value(thing, env.getField().getName(), new World.Viewer(subgraph, arguments, declared.getName()));
        return value instanceof World.Partly partly ? withErrors(partly, env) : value;
    }

    private static Object withErrors(World.Partly partly, DataFetchingEnvironment env) {
        List<GraphQLError> errors = new ArrayList<>();
        partly.failures()
                .forEach((index, message) -> errors.add(GraphqlErrorBuilder.newError(env)
                        .message(message)
                        .path(env.getExecutionStepInfo().getPath().segment(index))
                        .extensions(World.BROKEN)
                        .build()));
        return DataFetcherResult.newResult()
                .data(partly.things())
                .errors(errors)
                .build();
    }

    private static String rootKind(DataFetchingEnvironment env) {
        return env.getParentType() == env.getGraphQLSchema().getMutationType() ? "Mutation" : "Query";
    }

    private static final class PassOn implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return value instanceof World.Thing thing ? World.plain(thing.fields()) : value;
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            return value;
        }

        @Override
        public Object parseLiteral(Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return plain(value, variables);
        }

        private static Object plain(Value<?> literal, CoercedVariables variables) {
            return switch (literal) {
                case VariableReference variable -> variables.get(variable.getName());
                case IntValue number -> number.getValue();
                case FloatValue number -> number.getValue();
                case StringValue text -> text.getValue();
                case BooleanValue truth -> truth.isValue();
                case EnumValue name -> name.getName();
                case ArrayValue list -> {
                    List<Object> all = new ArrayList<>();
                    list.getValues().forEach(element -> all.add(plain(element, variables)));
                    yield all;
                }
                case ObjectValue object -> {
                    Map<String, Object> members = new LinkedHashMap<>();
                    object.getObjectFields()
                            .forEach(member -> members.put(member.getName(), plain(member.getValue(), variables)));
                    yield members;
                }
                case NullValue nothing -> null;
                default -> throw new IllegalArgumentException("no literal: " + literal);
            };
        }
    }
}
