package io.weft.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that listens on a port, as far as Linux lets us look ({@code /proc}). */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    static Optional<String> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9
                        && columns[3].equals(LISTENING)
                        && columns[1].endsWith(":%04X".formatted(port)))
                .map(columns -> "socket:[" + columns[9] + "]")
                .flatMap(socket -> ProcessHandle.allProcesses().filter(process -> holds(process, socket)))
                .findFirst()
                .map(PortOwner::described);
    }

    private static String described(ProcessHandle process) {
        String command = String.join(" ", lines(Path.of("/proc/" + process.pid() + "/cmdline")))
                .replace('\0', ' ')
                .strip();
        return "process " + process.pid() + " (" + (command.length() > 120 ? command.substring(0, 120) + "…" : command)
                + ")";
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException e) {
            // Another user's process, or one that just ended: then we do not know.
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
