package io.weft.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaPrinter;
import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.Remembered;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.problem.Hint;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.operation.OperationCompiler;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.planning.Planner;
import io.weft.gateway.planning.plan.PlanPrinter;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.supergraph.SubgraphField;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Schemas change again and again, and are composed with what the compositions before have left: what comes of it, errors, hints, schemas
 * and plans, is what comes of composing from nothing.
 */
class RememberedCompositionTest {

    private static final Path CASES = Path.of("src/test/resources/composition");
    private static final int EDITS = 12;

    private int composed;
    private int refused;

    @Test
    void random_graphs_compose_as_from_nothing_however_their_schemas_change() {
        long sequences = Long.getLong("weft.remembered.sequences", 40);
        for (long seed = 0; seed < sequences; seed++) {
            Random random = new Random(seed);
            World world = World.random(random);
            Cut cut = Cut.random(world, random);
            follow(
                    "seed " + seed,
                    cut.parts().stream()
                            .map(part -> source(part.name, CutSdl.of(world, part)))
                            .toList(),
                    random);
        }
        assertThat(composed).as("graphs that compose").isGreaterThan((int) sequences * EDITS / 10);
        assertThat(refused).as("graphs that do not").isGreaterThan((int) sequences * EDITS / 10);
    }

    @Test
    void what_the_cases_of_composition_are_about_is_found_however_one_gets_there() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            for (Path folder : folders.sorted().toList()) {
                follow(
                        folder.getFileName().toString(),
                        sources(folder),
                        new Random(folder.getFileName().hashCode()));
            }
        }
        assertThat(composed).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void what_is_wrong_is_wrong_again() {
        Remembered remembered = new Remembered();
        List<SubgraphSource> sources = List.of(source("a", "type Query {\n  one: Int\n  one: Int\n}\n"));
        for (int i = 0; i < 3; i++) {
            assertThat(told(new Composer(StitchedGraph.PLAIN, remembered).compose(sources)))
                    .contains("Query.one is defined twice");
        }
    }

    @Test
    void a_type_that_stays_is_looked_at_again_where_a_key_of_another_type_changes_what_it_means() {
        String sdl = """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@shareable"])

                type Query {
                  track: Track
                }

                type Track @key(fields: "id") @key(fields: "album { id }") {
                  id: ID!
                  album: Album! @shareable
                  plays: Int
                }

                type Album {
                  id: ID! @external
                }
                """;
        String other = """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])

                type Track @key(fields: "id") {
                  id: ID!
                  album: Album! @shareable
                  title: String
                }

                type Album {
                  id: ID! @shareable
                }
                """;
        Remembered remembered = new Remembered();
        for (String told : List.of(sdl, sdl.replace("type Track", "extend type Track"), sdl)) {
            List<SubgraphSource> sources = List.of(source("plays", told), source("titles", other));
            Supergraph expected = supergraph(new Composer().compose(sources));
            Supergraph actual = supergraph(new Composer(StitchedGraph.PLAIN, remembered).compose(sources));
            boolean isExternal = actual.subgraphs()
                            .getFirst()
                            .field("Album", "id")
                            .orElseThrow()
                            .resolution()
                    instanceof SubgraphField.Resolution.External;
            assertThat(isExternal).isEqualTo(told.equals(sdl));
            assertThat(actual.subgraphs()).isEqualTo(expected.subgraphs());
        }
    }

    private static Supergraph supergraph(CompositionResult result) {
        return switch (result) {
            case CompositionResult.Composed done -> done.supergraph();
            case CompositionResult.Refused refused -> throw new AssertionError(told(refused));
        };
    }

    private static List<SubgraphSource> sources(Path folder) throws IOException {
        List<SubgraphSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("subgraphs"))) {
            for (Path file : files.sorted().toList()) {
                sources.add(source(file.getFileName().toString().replace(".graphqls", ""), Files.readString(file)));
            }
        }
        return sources;
    }

    private static SubgraphSource source(String name, String sdl) {
        return new SubgraphSource(new SubgraphName(name), URI.create("http://" + name), sdl);
    }

    private void follow(String name, List<SubgraphSource> sources, Random random) {
        Remembered remembered = new Remembered();
        RandomEdits edits = new RandomEdits(sources, random);
        for (int i = 0; i < EDITS; i++) {
            CompositionResult expected = new Composer().compose(edits.now());
            CompositionResult actual = new Composer(StitchedGraph.PLAIN, remembered).compose(edits.now());
            String at = name + ", after " + i + " edits";
            assertThat(told(actual)).as(at).isEqualTo(told(expected));
            if (expected instanceof CompositionResult.Composed wanted
                    && actual instanceof CompositionResult.Composed got) {
                same(at, got.supergraph(), wanted.supergraph(), random);
                composed++;
            } else {
                refused++;
            }
            edits.next();
        }
    }

    private static String told(CompositionResult result) {
        return switch (result) {
            case CompositionResult.Composed done ->
                done.supergraphSdl() + done.hints().stream().map(Hint::print).toList();
            case CompositionResult.Refused(List<CompositionError> errors) ->
                errors.stream().map(CompositionError::print).toList().toString();
        };
    }

    private static void same(String at, Supergraph actual, Supergraph expected, Random random) {
        assertThat(print(actual.apiSchema())).as(at).isEqualTo(print(expected.apiSchema()));
        assertThat(print(actual.schema())).as(at).isEqualTo(print(expected.schema()));
        assertThat(strangers(actual.apiSchema())).as(at).isEmpty();
        assertThat(strangers(actual.schema())).as(at).isEmpty();
        assertThat(actual.subgraphs()).as(at).isEqualTo(expected.subgraphs());
        assertThat(actual.lookups()).as(at).isEqualTo(expected.lookups());
        for (int i = 0; i < 3; i++) {
            String document =
                    RandomOperation.random(expected.apiSchema(), random).document();
            assertThat(plan(actual, document)).as(at).isEqualTo(plan(expected, document));
        }
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeDirectives(true))
                .print(schema);
    }

    private static String plan(Supergraph supergraph, String document) {
        OperationCompiler.Result compiled = new OperationCompiler(supergraph.apiSchema(), OperationLimits.DEFAULT)
                .compile(document, Optional.empty());
        return compiled instanceof OperationCompiler.Result.Compiled(var operation)
                ? PlanPrinter.print(new Planner(supergraph).plan(operation, Set.of()))
                : compiled.toString();
    }

    /** Types that something in a schema refers to, and that are not in it: those of a schema before. */
    private static List<String> strangers(GraphQLSchema schema) {
        List<String> strangers = new ArrayList<>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (Introspection.isIntrospectionTypes(type)) {
                continue;
            }
            Stream<? extends GraphQLType> referred = switch (type) {
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
            referred.map(GraphQLTypeUtil::unwrapAll)
                    .filter(named -> schema.getType(named.getName()) != named)
                    .forEach(named -> strangers.add(type.getName() + " refers to another " + named.getName()));
        }
        return strangers;
    }
}
