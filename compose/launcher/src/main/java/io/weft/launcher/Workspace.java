package io.weft.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * Where things are. All that a running archive writes is below {@code state}.
 *
 * @param root  the clone
 * @param state this archive's folder, {@code .weft/run} of the clone unless {@code --state} says otherwise
 * @param app   the unpacked applications of the latest build
 */
record Workspace(Path root, Path state, Path app) {

    static Workspace of(Path root, Path state, Path app) {
        Workspace workspace = new Workspace(root.toAbsolutePath(), state.toAbsolutePath(), app);
        workspace.folder(workspace.state);
        return workspace;
    }

    Path log(Part part) {
        return part == Part.POSTGRESQL
                ? cluster().resolve("log")
                : folder(state.resolve("logs")).resolve(part.label() + ".log");
    }

    Path pidFile(Part part) {
        return state.resolve(part.label() + ".pid");
    }

    Path cluster() {
        return state.resolve("postgresql");
    }

    Path script(String name) {
        return root.resolve("compose").resolve(name);
    }

    /** The jar of a part, with its libraries beside it. */
    Path jar(Part part) {
        Path jar = app.resolve(part.module()).resolve(part.module() + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new Problem("The application " + part.module() + " has not been built: " + jar
                    + " is missing. Run ./weft build");
        }
        return jar;
    }

    /** Writes a file that only its owner may read, at once or not at all. */
    void writePrivately(Path file, String content) {
        try {
            Path fresh = Files.createTempFile(
                    folder(file.getParent() == null ? state : file.getParent()),
                    file.getFileName() + ".",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeProperties(Path file, Map<String, String> properties) {
        StringBuilder text = new StringBuilder();
        properties.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n'));
        writePrivately(file, text.toString());
    }

    Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Problem("The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Runs one of our scripts, its output being ours. */
    void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(
                            ProcessBuilder.Redirect.to(Path.of("/dev/null").toFile()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new Problem(Path.of(command.getFirst()).getFileName() + " failed; what it said is above");
            }
        } catch (IOException e) {
            throw new Problem(command.getFirst() + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Interrupted", e);
        }
    }
}
