package io.weft.postgres.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.Scalars;
import graphql.language.SDLDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A schema that is assembled with what is known of the one before is the one that is assembled of nothing. */
class KnownTypesTest {

    /** Each in several states; none refers to what may be absent. */
    private static final List<List<String>> PIECES = List.of(
            List.of("type Query { hub: Hub }", "type Query { hub: Hub late: Int }"),
            List.of("", "extend type Query { again: [Hub!] }", "extend type Query { again(by: HubFilter): [Hub!] }"),
            List.of("type Hub { id: Int spokes: [Spoke] }", "type Hub implements Named { id: Int name: String }"),
            List.of("type Spoke { id: Int! hub: Hub }", "type Spoke { id: Int! hub: Hub at: Moment }"),
            List.of("interface Named { name: String }"),
            List.of("union Any = Hub | Spoke", "union Any = Hub"),
            List.of("type Aside { any: Any count: Count }", "type Aside { any: Any }"),
            List.of("type Count { all: Int }", "type Count { all: Float }", "type Count { all: ID }"),
            List.of("input HubFilter { and: [HubFilter!] kind: Kind = ONE }", "input HubFilter { kind: Kind }"),
            List.of("enum Kind { ONE TWO }", "enum Kind { ONE TWO THREE }"),
            List.of("scalar Moment", "\"When\" scalar Moment"));

    private static final GraphQLScalarType MOMENT = GraphQLScalarType.newScalar()
            .name("Moment")
            .coercing(Scalars.GraphQLString.getCoercing())
            .build();

    private final Map<String, SDLDefinition<?>> read = new HashMap<>();

    private TypeDefinitionRegistry registry(List<String> pieces) {
        TypeDefinitionRegistry registry = new TypeDefinitionRegistry();
        pieces.stream()
                .filter(piece -> !piece.isEmpty())
                .map(piece -> read.computeIfAbsent(piece, KnownTypesTest::parsed))
                .forEach(registry::add);
        return registry;
    }

    private static SDLDefinition<?> parsed(String piece) {
        return (SDLDefinition<?>) Parser.parse(piece).getDefinitions().getFirst();
    }

    private GraphQLSchema assembled(List<String> pieces, KnownTypes known) {
        AssembleSchema assemble = new AssembleSchema(
                registry(pieces),
                RuntimeWiring.newRuntimeWiring()
                        .scalar(MOMENT)
                        .type("Named", type -> type.typeResolver(_ -> null))
                        .type("Any", type -> type.typeResolver(_ -> null))
                        .build());
        return assemble.fill(assemble.frame(), _ -> null, known);
    }

    @Test
    void however_definitions_change_the_schema_is_as_of_nothing() {
        Random random = new Random(7);
        KnownTypes known = new KnownTypes();
        List<String> now = new ArrayList<>(PIECES.stream().map(List::getFirst).toList());
        int kept = 0;
        GraphQLSchema before = assembled(now, known);
        for (int i = 0; i < 300; i++) {
            int changed = random.nextInt(PIECES.size());
            List<String> states = PIECES.get(changed);
            now.set(changed, states.get(random.nextInt(states.size())));
            GraphQLSchema actual = assembled(now, known);
            assertThat(print(actual)).as(now.toString()).isEqualTo(print(assembled(now, new KnownTypes())));
            assertThat(strangers(actual)).as(now.toString()).isEmpty();
            kept += actual.getType("Count") == before.getType("Count") ? 1 : 0;
            before = actual;
        }
        assertThat(kept).as("most changes are none of Count").isBetween(200, 299);
    }

    @Test
    void what_could_not_be_assembled_leaves_nothing() {
        KnownTypes known = new KnownTypes();
        List<String> broken = List.of("type Query { one: One }", "type One { two: Nothing }");
        assertThatThrownBy(() -> assembled(broken, known)).hasMessageContaining("Nothing");
        assertThatThrownBy(() -> assembled(broken, known)).hasMessageContaining("Nothing");
        List<String> whole = List.of("type Query { one: One }", "type One { two: Nothing }", "type Nothing { id: ID }");
        assertThat(strangers(assembled(whole, known))).isEmpty();
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeScalarTypes(true)).print(schema);
    }

    /** Types that something in the schema refers to, and that are not in it. */
    private static List<String> strangers(GraphQLSchema schema) {
        List<String> strangers = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            referred(type)
                    .map(GraphQLTypeUtil::unwrapAll)
                    .filter(named -> schema.getType(named.getName()) != named)
                    .forEach(named -> strangers.add(type.getName() + " refers to another " + named.getName()));
        }
        return strangers;
    }

    private static Stream<? extends GraphQLType> referred(GraphQLNamedType type) {
        return switch (type) {
            case GraphQLFieldsContainer fields ->
                Stream.concat(
                        fields.getFieldDefinitions().stream()
                                .flatMap(field -> Stream.concat(
                                        Stream.of(field.getType()),
                                        field.getArguments().stream().map(argument -> argument.getType()))),
                        fields instanceof GraphQLObjectType object ? object.getInterfaces().stream() : Stream.of());
            case GraphQLInputObjectType input ->
                input.getFieldDefinitions().stream().map(field -> field.getType());
            case GraphQLUnionType union -> union.getTypes().stream();
            default -> Stream.of();
        };
    }
}
