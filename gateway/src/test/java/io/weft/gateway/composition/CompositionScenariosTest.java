package io.weft.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.validation.SchemaValidator;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.problem.Hint;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.SubgraphName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder of {@code src/test/resources/composition} is a case. {@code -Dweft.goldens=rewrite} writes what is
 * expected from what came out: read the difference before committing it.
 */
class CompositionScenariosTest {

    private static final Path CASES = Path.of("src/test/resources/composition");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.goldens"));
    private static final Set<String> GOLDENS =
            Set.of("api.graphqls", "lookups.txt", "hints.txt", "errors.txt", "supergraph.graphqls");

    @TestFactory
    Stream<DynamicTest> everyCaseComposesAsWritten() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    @Test
    void everyCaseSaysWhatItIsAboutAndHoldsNothingElse() throws IOException {
        for (Path folder : folders()) {
            assertThat(folder.resolve("README.md")).isNotEmptyFile();
            try (Stream<Path> files = Files.list(folder)) {
                List<String> names =
                        files.map(file -> file.getFileName().toString()).toList();
                assertThat(names)
                        .as("files of " + folder)
                        .allMatch(name -> GOLDENS.contains(name)
                                || Set.of("README.md", "subgraphs", "peers").contains(name));
            }
        }
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void check(Path folder) throws IOException {
        switch (new Composer().compose(sources(folder))) {
            case CompositionResult.Composed composed -> {
                golden(folder, "errors.txt", "");
                valid(composed.supergraph().schema());
                valid(composed.supergraph().apiSchema());
                golden(folder, "api.graphqls", print(composed.supergraph().apiSchema()));
                golden(folder, "supergraph.graphqls", composed.supergraphSdl());
                golden(folder, "lookups.txt", lookups(composed.supergraph().lookups()));
                golden(folder, "hints.txt", lines(composed.hints().stream().map(Hint::print)));
            }
            case CompositionResult.Refused refused -> {
                golden(folder, "errors.txt", lines(refused.errors().stream().map(CompositionError::print)));
                for (String file : List.of("api.graphqls", "lookups.txt", "hints.txt", "supergraph.graphqls")) {
                    golden(folder, file, "");
                }
            }
        }
    }

    /** Composition checks the rules of GraphQL itself; graphql-java, which would take long for a large graph, agrees. */
    private static void valid(GraphQLSchema schema) {
        assertThat(new SchemaValidator().validateSchema(schema)).isEmpty();
        schema.getAllTypesAsList().forEach(type -> refersToOwnTypes(schema, type));
    }

    private static void refersToOwnTypes(GraphQLSchema schema, GraphQLSchemaElement element) {
        for (GraphQLSchemaElement child : element.getChildren()) {
            if (child instanceof GraphQLNamedType named) {
                assertThat(named).isSameAs(schema.getType(named.getName()));
            } else {
                refersToOwnTypes(schema, child);
            }
        }
    }

    static List<SubgraphSource> sources(Path folder) throws IOException {
        List<SubgraphSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("subgraphs"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".graphqls", "");
                sources.add(new SubgraphSource(
                        new SubgraphName(name), URI.create("http://" + name + "/graphql"), Files.readString(file)));
            }
        }
        return sources;
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeDirectiveDefinition(name -> schema.getDirective(name) != null
                                && !Set.of(
                                                "deprecated",
                                                "skip",
                                                "include",
                                                "specifiedBy",
                                                "oneOf",
                                                "defer",
                                                "experimental_disableErrorPropagation")
                                        .contains(name))
                        .includeScalarTypes(true))
                .print(schema);
    }

    private static String lookups(List<Lookup> lookups) {
        return lines(lookups.stream()
                .map(lookup -> lookup.subgraph() + ": " + lookup.type() + " by "
                        + lookup.key().text()));
    }

    private static String lines(Stream<String> lines) {
        String text = lines.collect(Collectors.joining("\n"));
        return text.isEmpty() ? "" : text + "\n";
    }

    /** An empty golden is no file. */
    private static void golden(Path folder, String name, String actual) throws IOException {
        Path file = folder.resolve(name);
        if (REWRITE) {
            if (actual.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, actual);
            }
            return;
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        assertThat(actual).as(file.toString()).isEqualTo(expected);
    }
}
