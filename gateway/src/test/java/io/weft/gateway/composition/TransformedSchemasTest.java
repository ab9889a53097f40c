package io.weft.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.SchemaDocument;
import io.weft.gateway.composition.subgraph.Dialect;
import io.weft.gateway.composition.subgraph.ParseSubgraph;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.composition.transform.TransformSubgraph;
import io.weft.gateway.configuration.ReadTransforms;
import io.weft.gateway.supergraph.FieldTerms;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Translation;
import io.weft.gateway.transform.Transform;
import java.io.IOException;
import java.io.StringReader;
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
import org.yaml.snakeyaml.Yaml;

/**
 * Every folder of {@code src/test/resources/transforms} is a case: a service's schema and its transforms, and what
 * becomes of them: the schema, and what the service calls what has another name or shape now; or all that is wrong.
 * {@code -Dweft.goldens=rewrite} writes what is expected from what came out: read the difference before committing it.
 */
class TransformedSchemasTest {

    private static final Path CASES = Path.of("src/test/resources/transforms");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.goldens"));
    private static final Set<String> FILES =
            Set.of("README.md", "service.graphqls", "transforms.yaml", "schema.graphqls", "terms.txt", "problems.txt");

    @TestFactory
    Stream<DynamicTest> every_case_is_transformed_as_written() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    @Test
    void every_case_says_what_it_is_about_and_holds_nothing_else() throws IOException {
        for (Path folder : folders()) {
            assertThat(folder.resolve("README.md")).isNotEmptyFile();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("files of " + folder)
                        .allMatch(FILES::contains);
            }
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void check(Path folder) throws IOException {
        String yaml = Files.readString(folder.resolve("transforms.yaml"));
        switch (ReadTransforms.read(new Yaml().compose(new StringReader(yaml)), "transforms.yaml")) {
            case ReadTransforms.Result.Refused(List<String> problems) -> refused(folder, problems);
            case ReadTransforms.Result.Read(List<Transform> transforms) -> transform(folder, transforms);
        }
    }

    private static void refused(Path folder, List<String> problems) throws IOException {
        golden(folder, "problems.txt", String.join("\n", problems) + "\n");
        golden(folder, "schema.graphqls", "");
        golden(folder, "terms.txt", "");
    }

    private static void transform(Path folder, List<Transform> transforms) throws IOException {
        SubgraphSource source = new SubgraphSource(
                new SubgraphName("service"),
                URI.create("http://service/graphql"),
                Files.readString(folder.resolve("service.graphqls")),
                Dialect.FEDERATION,
                transforms);
        Problems problems = new Problems();
        ParsedSubgraph transformed = new ParseSubgraph(source, problems)
                .parse()
                .map(parsed -> new TransformSubgraph(parsed, problems).transform())
                .orElseThrow();
        if (problems.hasErrors()) {
            refused(
                    folder,
                    problems.errors().stream()
                            .map(error -> error.places().getFirst() + ": " + error.message())
                            .toList());
            return;
        }
        golden(folder, "problems.txt", "");
        golden(folder, "schema.graphqls", print(transformed));
        golden(folder, "terms.txt", print(transformed.translation()));
    }

    @SuppressWarnings("rawtypes") // graphql-java's builder takes raw types here
    private static String print(ParsedSubgraph subgraph) {
        List<Definition> definitions = new ArrayList<>();
        subgraph.types().values().forEach(type -> definitions.add(SchemaDocument.definition(type)));
        return AstPrinter.printAst(
                                Document.newDocument().definitions(definitions).build())
                        .stripTrailing() + "\n";
    }

    private static String print(Translation translation) {
        List<String> lines = new ArrayList<>();
        translation.types().forEach((name, ofService) -> lines.add("type " + name + " = " + ofService));
        translation
                .fields()
                .forEach((type, fields) -> fields.forEach(
                        (name, terms) -> lines.add("field " + type + "." + name + " = " + print(terms))));
        translation
                .inputFields()
                .forEach((type, fields) -> fields.forEach(
                        (name, ofService) -> lines.add("input " + type + "." + name + " = " + ofService)));
        translation
                .enumValues()
                .forEach((type, values) -> values.forEach(
                        (name, ofService) -> lines.add("value " + type + "." + name + " = " + ofService)));
        translation.hidden().stream().sorted().forEach(name -> lines.add("hidden " + name));
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static String print(FieldTerms terms) {
        return switch (terms) {
            case FieldTerms.Wrapper() -> "made here";
            case FieldTerms.Asked(List<FieldTerms.Step> steps) ->
                steps.stream().map(TransformedSchemasTest::print).collect(Collectors.joining(" "));
        };
    }

    private static String print(FieldTerms.Step step) {
        List<String> arguments = new ArrayList<>();
        step.arguments().forEach((name, ofService) -> arguments.add(ofService + ": $" + name + defaultOf(step, name)));
        step.constants().forEach((ofService, literal) -> arguments.add(ofService + ": " + literal));
        return step.field() + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
    }

    private static String defaultOf(FieldTerms.Step step, String argument) {
        return step.defaults().containsKey(argument) ? " or " + step.defaults().get(argument) : "";
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
