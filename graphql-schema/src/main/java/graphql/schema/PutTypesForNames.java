package graphql.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;

/**
 * Puts types in the place of {@link GraphQLTypeReference}s, type by type. It stands in graphql-java's package because only there can a
 * reference be replaced; graphql-java itself does so on a traversal of the schema, which took half the time of building one.
 */
@NullMarked
public final class PutTypesForNames {

    private final Map<String, GraphQLNamedType> types;

    private PutTypesForNames(Map<String, GraphQLNamedType> types) {
        this.types = types;
    }

    /**
     * @param types all that is referred to, by name
     * @param made  those in which what they refer to is replaced
     * @throws graphql.AssertException if a type is referred to that is not there
     */
    public static void in(Map<String, GraphQLNamedType> types, Collection<GraphQLNamedType> made) {
        PutTypesForNames put = new PutTypesForNames(types);
        made.forEach(put::inType);
    }

    private void inType(GraphQLNamedType type) {
        switch (type) {
            case GraphQLObjectType object -> {
                object.replaceInterfaces(outputs(object.getInterfaces()));
                inFields(object.getFieldDefinitions());
            }
            case GraphQLInterfaceType contract -> {
                contract.replaceInterfaces(outputs(contract.getInterfaces()));
                inFields(contract.getFieldDefinitions());
            }
            case GraphQLUnionType union -> union.replaceTypes(outputs(union.getTypes()));
            case GraphQLInputObjectType input ->
                input.getFieldDefinitions().forEach(field -> {
                    in(field.getType(), found -> field.replaceType((GraphQLInputType) found));
                    inDirectives(field);
                });
            case GraphQLEnumType enumeration -> enumeration.getValues().forEach(this::inDirectives);
            default -> {}
        }
        if (type instanceof GraphQLDirectiveContainer container) {
            inDirectives(container);
        }
    }

    private void inFields(Collection<GraphQLFieldDefinition> fields) {
        for (GraphQLFieldDefinition field : fields) {
            in(field.getType(), found -> field.replaceType((GraphQLOutputType) found));
            for (GraphQLArgument argument : field.getArguments()) {
                in(argument.getType(), found -> argument.replaceType((GraphQLInputType) found));
                inDirectives(argument);
            }
            inDirectives(field);
        }
    }

    private void inDirectives(GraphQLDirectiveContainer element) {
        for (GraphQLAppliedDirective directive : element.getAppliedDirectives()) {
            for (GraphQLAppliedDirectiveArgument argument : directive.getArguments()) {
                in(argument.getType(), found -> argument.replaceType((GraphQLInputType) found));
            }
        }
    }

    /** Within lists and what is not null, it is they who refer. */
    private void in(GraphQLType type, Consumer<GraphQLType> replace) {
        switch (type) {
            case GraphQLTypeReference reference -> replace.accept(named(reference.getName()));
            case GraphQLList list -> in(list.getWrappedType(), list::replaceType);
            case GraphQLNonNull nonNull -> in(nonNull.getWrappedType(), nonNull::replaceType);
            default -> {}
        }
    }

    private List<GraphQLNamedOutputType> outputs(List<GraphQLNamedOutputType> references) {
        List<GraphQLNamedOutputType> found = new ArrayList<>(references.size());
        references.forEach(reference -> found.add((GraphQLNamedOutputType) named(reference.getName())));
        return found;
    }

    private GraphQLNamedType named(String name) {
        return graphql.Assert.assertNotNull(types.get(name), "type %s not found in schema", name);
    }
}
