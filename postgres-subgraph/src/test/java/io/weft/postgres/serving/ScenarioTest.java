package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.service.testing.Callers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folders below {@code scenarios}: {@code schema.sql} makes the tables, each {@code x.graphql} is a question with its statements
 * {@code x.sql} and its answer {@code x.json}. With {@code x.variables.json}, asked as {@code x.caller} ({@code ada DEPOSITOR}; anonymous
 * otherwise), and, where {@code x.oracle.sql} is there, answered the same by that hand-written statement. Of a mutation, which gets tables
 * of its own, {@code x.then.graphql} asks as a curator what it left behind. Where there is {@code x.plan.txt}, it is how
 * PostgreSQL runs it. {@code sdl.graphqls} is the
 * subgraph's SDL and {@code notes.txt} what it reports, where a folder has them. {@code -Dweft.goldens=rewrite} writes what came out; a
 * golden nobody read proves nothing.
 */
class ScenarioTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("weft.goldens"));
    private static final JsonMapper JSON = JsonMapper.shared();

    @TestFactory
    Stream<DynamicNode> scenarios() throws IOException {
        String only = System.getProperty("weft.scenario", "");
        return list(SCENARIOS)
                .filter(folder -> folder.toString().contains(only))
                .map(ScenarioTest::scenario);
    }

    @Test
    void everyGoldenBelongsToAQuestion() throws IOException {
        assertThat(System.getenv("CI") != null && REWRITE)
                .as("goldens are not rewritten where they are checked")
                .isFalse();
        for (Path folder : list(SCENARIOS).toList()) {
            for (Path file : list(folder).toList()) {
                String name = file.getFileName().toString();
                if (!List.of("README.md", "schema.sql", "sdl.graphqls", "notes.txt")
                        .contains(name)) {
                    assertThat(folder.resolve(name.substring(0, name.indexOf('.')) + ".graphql"))
                            .as(file.toString())
                            .exists();
                }
            }
            assertThat(folder.resolve("README.md")).exists();
        }
    }

    private static DynamicNode scenario(Path folder) {
        return DynamicContainer.dynamicContainer(
                folder.getFileName().toString(), Stream.of(folder).flatMap(ScenarioTest::tests));
    }

    private static Stream<DynamicTest> tests(Path folder) {
        try {
            ScenarioSubgraph subgraph = new ScenarioSubgraph(Files.readString(folder.resolve("schema.sql")));
            Stream<DynamicTest> cases = list(folder)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".graphql") && !name.endsWith(".then.graphql"))
                    .map(name -> name.substring(0, name.length() - ".graphql".length()))
                    .map(name -> DynamicTest.dynamicTest(name, () -> checkAlone(subgraph, folder, name)));
            DynamicTest whole = DynamicTest.dynamicTest("the schema", () -> {
                goldenIfThere(folder.resolve("sdl.graphqls"), subgraph.sdl());
                goldenIfThere(folder.resolve("notes.txt"), String.join("\n", subgraph.notes()) + "\n");
            });
            DynamicTest assembled =
                    DynamicTest.dynamicTest("the schema as graphql-java would make it", () -> checkAssembled(subgraph));
            return Stream.concat(Stream.of(whole, assembled), cases).onClose(subgraph::close);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(folder + " cannot be set up", e);
        }
    }

    private static void checkAssembled(ScenarioSubgraph subgraph) {
        Set<String> ours = Introspected.of(subgraph.schema());
        Set<String> theirs = Introspected.of(Introspected.generated(subgraph.schema(), subgraph.servedSdl()));
        Set<String> missing = new TreeSet<>(theirs);
        missing.removeAll(ours);
        assertThat(missing).as("what ours lacks").isEmpty();
        ours.removeAll(theirs);
        assertThat(ours).as("what ours has besides").isEmpty();
    }

    /** What writes gets tables of its own, so that no case depends on another. */
    private static void checkAlone(ScenarioSubgraph shared, Path folder, String name) throws IOException, SQLException {
        if (!Files.readString(folder.resolve(name + ".graphql")).startsWith("mutation")) {
            check(shared, folder, name);
            return;
        }
        try (ScenarioSubgraph own = new ScenarioSubgraph(Files.readString(folder.resolve("schema.sql")))) {
            check(own, folder, name);
            Path then = folder.resolve(name + ".then.graphql");
            if (Files.exists(then)) {
                JsonNode left = own.ask(Files.readString(then), Map.of(), Callers.user("cora", Role.CURATOR));
                golden(
                        folder.resolve(name + ".then.json"),
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(left) + "\n");
            }
        }
    }

    private static void check(ScenarioSubgraph subgraph, Path folder, String name) throws IOException, SQLException {
        Path variables = folder.resolve(name + ".variables.json");
        JsonNode answer = subgraph.ask(
                Files.readString(folder.resolve(name + ".graphql")),
                Files.exists(variables)
                        ? JSON.readValue(Files.readString(variables), new TypeReference<>() {})
                        : Map.of(),
                caller(folder.resolve(name + ".caller")));
        String statements = readable(subgraph);
        golden(folder.resolve(name + ".sql"), statements);
        golden(
                folder.resolve(name + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n");
        answersAlike(subgraph, folder, name, answer, statements);
        Path plan = folder.resolve(name + ".plan.txt");
        if (Files.exists(plan)) {
            golden(plan, subgraph.plans(caller(folder.resolve(name + ".caller"))));
        }
        Path oracle = folder.resolve(name + ".oracle.sql");
        if (Files.exists(oracle)) {
            assertThat(numbersAlike(answer.get("data")))
                    .as("what the oracle answers")
                    .isEqualTo(numbersAlike(subgraph.oracle(Files.readString(oracle))));
        }
    }

    private static String readable(ScenarioSubgraph subgraph) {
        return subgraph.statements().stream().map(ReadableSql::of).collect(Collectors.joining("\n"));
    }

    /** Without the engine it is the same answer by the same statements, the first time and again, with literals and with variables. */
    private static void answersAlike(
            ScenarioSubgraph subgraph, Path folder, String name, JsonNode answer, String statements)
            throws IOException {
        String document = Files.readString(folder.resolve(name + ".graphql"));
        Path file = folder.resolve(name + ".variables.json");
        Map<String, @Nullable Object> variables =
                Files.exists(file) ? JSON.readValue(Files.readString(file), new TypeReference<>() {}) : Map.of();
        Principal caller = caller(folder.resolve(name + ".caller"));
        boolean failed = answer.has("errors");
        LiteralsAsVariables.Question lifted =
                document.startsWith("mutation") ? null : LiteralsAsVariables.of(document, variables, subgraph.schema());
        for (int time = 0; time < 2; time++) {
            Optional<JsonNode> found = subgraph.askAtOnce(document, variables, caller);
            assertThat(found).as("without the engine").isEqualTo(failed ? Optional.empty() : found.map(_ -> answer));
            if (found.isPresent()) {
                assertThat(readable(subgraph)).isEqualTo(statements);
            }
            if (lifted != null) {
                Optional<JsonNode> given = subgraph.askAtOnce(lifted.document(), lifted.variables(), caller);
                assertThat(given)
                        .as("without the engine, by " + lifted)
                        .isEqualTo(failed ? Optional.empty() : Optional.of(answer));
                assertThat(failed ? statements : readable(subgraph)).isEqualTo(statements);
            }
        }
    }

    /** 1.0 is 1. */
    private static @Nullable Object numbersAlike(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.decimalValue().stripTrailingZeros();
            case ARRAY -> value.valueStream().map(ScenarioTest::numbersAlike).collect(Collectors.toList());
            case OBJECT -> {
                Map<String, @Nullable Object> fields = new TreeMap<>();
                value.properties().forEach(field -> fields.put(field.getKey(), numbersAlike(field.getValue())));
                yield fields;
            }
            default -> value;
        };
    }

    private static Principal caller(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Principal.anonymous();
        }
        String[] words = Files.readString(file).strip().split(" ");
        return Callers.user(words[0], Role.valueOf(words[1]));
    }

    private static void goldenIfThere(Path file, String found) throws IOException {
        if (Files.exists(file)) {
            golden(file, found);
        }
    }

    private static void golden(Path file, String found) throws IOException {
        if (REWRITE) {
            Files.writeString(file, found);
        } else {
            assertThat(found).as(file.toString()).isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        }
    }

    private static Stream<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }
}
