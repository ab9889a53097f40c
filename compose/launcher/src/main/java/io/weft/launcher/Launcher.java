package io.weft.launcher;

import io.weft.launcher.loading.LoadProblem;
import io.weft.launcher.openngc.CatalogueProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * {@code ./weft COMMAND}, after the shell part has found Java and built what changed. Exit code 0: done; 1: a problem that the message
 * explains; 2: the command line is wrong.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] line) {
        System.exit(run(Arrays.asList(line)));
    }

    private static int run(List<String> line) {
        Progress progress = new Progress(
                System.out, System.console() != null && System.console().isTerminal());
        try {
            Workspace workspace = workspace(line);
            List<String> rest = withoutState(line);
            if (rest.isEmpty()) {
                progress.print(Usage.TEXT);
                return 2;
            }
            List<String> arguments = rest.subList(1, rest.size());
            Commands commands = new Commands(workspace, progress, System.getenv());
            switch (rest.getFirst()) {
                case "demo" -> commands.demo(arguments);
                case "stop" -> commands.stop(arguments);
                case "status" -> {
                    return commands.status(arguments) ? 0 : 3;
                }
                case "logs" -> commands.logs(arguments);
                case "token" -> commands.token(arguments);
                case "load" -> commands.load(arguments);
                case "query" -> {
                    return commands.query(arguments) ? 0 : 1;
                }
                case "help", "--help", "-h" -> progress.print(Usage.TEXT);
                default -> {
                    System.err.println("weft: there is no command \"" + rest.getFirst() + "\"\n\n" + Usage.TEXT);
                    return 2;
                }
            }
            return 0;
        } catch (Problem | LoadProblem | CatalogueProblem e) {
            System.err.println("weft: " + e.getMessage());
            return 1;
        }
    }

    private static Workspace workspace(List<String> line) {
        Path root =
                Path.of(Objects.requireNonNull(System.getProperty("weft.root"), "weft.root is not set: use ./weft"));
        Path app = Path.of(Objects.requireNonNull(System.getProperty("weft.app"), "weft.app is not set: use ./weft"));
        int index = line.indexOf("--state");
        if (index >= 0 && index + 1 >= line.size()) {
            throw new Problem("--state needs a folder");
        }
        return Workspace.of(root, index < 0 ? root.resolve(".weft/run") : Path.of(line.get(index + 1)), app);
    }

    private static List<String> withoutState(List<String> line) {
        int index = line.indexOf("--state");
        if (index < 0) {
            return line;
        }
        List<String> rest = new ArrayList<>(line.subList(0, index));
        rest.addAll(line.subList(index + 2, line.size()));
        return rest;
    }
}
