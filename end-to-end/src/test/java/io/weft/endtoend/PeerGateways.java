package io.weft.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The script in {@code src/test/peers} with the packages it needs, installed by npm below {@code target}. */
final class PeerGateways {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    private PeerGateways(Path folder) {
        this.folder = folder;
    }

    /** Empty, and says so, where there is no npm or it cannot install the packages. */
    static Optional<PeerGateways> installed() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "peers").toAbsolutePath());
        try (Stream<Path> files = Files.list(Path.of("src", "test", "peers"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path log = folder.resolve("npm.log");
        try {
            int code = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--no-package-lock")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code == 0) {
                return Optional.of(new PeerGateways(folder));
            }
            skipped("npm install fails: "
                    + Files.readString(log).lines().findFirst().orElse(""));
        } catch (IOException e) {
            skipped("there is no npm");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Optional.empty();
    }

    /** What another gateway answers over each composition, by the composition's name. */
    JsonNode ask(RunningArchive archive, String token, String query) {
        List<Map<String, String>> subgraphs = Stream.of("records", "metadata", "features", "search")
                .map(name -> Map.of(
                        "name", name, "url", archive.url(name, "/graphql").toString()))
                .toList();
        Path question = folder.resolve("question.json");
        Path answer = folder.resolve("answer.json");
        Path log = folder.resolve("ask.log");
        try {
            Files.writeString(
                    question, JSON.writeValueAsString(Map.of("token", token, "query", query, "subgraphs", subgraphs)));
            int code = new ProcessBuilder("node", "ask.mjs")
                    .directory(folder.toFile())
                    .redirectInput(question.toFile())
                    .redirectOutput(answer.toFile())
                    .redirectError(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("node ask.mjs ended with " + code + ":\n" + Files.readString(log));
            }
            return JSON.readTree(Files.readString(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void skipped(String why) {
        System.err.println("""
                ********************************************************************************
                * OTHER GATEWAYS ARE NOT ASKED: %s
                ********************************************************************************""".formatted(why));
    }
}
