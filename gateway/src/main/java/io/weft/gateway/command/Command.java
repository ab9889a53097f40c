package io.weft.gateway.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ./weft gateway} and {@code ./weft explain}. Exit code 0: done; 1: what the command line names cannot be used;
 * 2: the command line is wrong.
 */
public final class Command {

    private Command() {}

    /** @param line {@code gateway} or {@code explain}, and its options */
    public static void main(String[] line) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            List<String> words = Arrays.asList(line);
            List<String> options = words.isEmpty() ? words : words.subList(1, words.size());
            boolean help = words.isEmpty() || options.contains("--help") || options.contains("-h");
            switch (words.isEmpty() ? "" : words.getFirst()) {
                case "gateway" -> {
                    if (help) {
                        out.print(Usage.GATEWAY);
                    } else {
                        Serve.run(options);
                    }
                }
                case "explain" -> {
                    if (help) {
                        out.print(Usage.EXPLAIN);
                    } else {
                        ExplainCommand.run(options, out);
                    }
                }
                case "rehearse" -> Rehearse.run();
                default -> throw Options.usage("there is no command '" + String.join(" ", words) + "'");
            }
        } catch (CommandProblem problem) {
            fail(problem.message(), problem.exitCode());
        }
    }

    /** Ends the process at once: nothing has been begun that would have to be ended. */
    static void fail(String message, int exitCode) {
        System.err.println("weft: " + message);
        System.err.flush();
        Runtime.getRuntime().halt(exitCode);
    }
}
