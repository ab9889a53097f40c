package io.weft.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Which port each part listens on. */
record Ports(Map<Part, Integer> numbers) {
    private static final int LOWEST_CHOSEN = 15_000;
    private static final int HIGHEST_CHOSEN = 32_000;
    private static final int CHOICES = 1000;

    Ports {
        numbers = Map.copyOf(numbers);
    }

    /**
     * Reads {@code --port 4000} (the gateway's), {@code --port records=4101} and {@code --port free} (any free ones), which later win over
     * earlier, and all win over {@code WEFT_PORT_RECORDS=…} of the environment, over the ports it was last started with, over the defaults.
     *
     * @throws Problem if one of them is no port, or two parts got the same
     */
    static Ports from(List<String> options, Map<String, String> environment, Optional<Ports> last) {
        Map<Part, Integer> numbers = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String variable = "WEFT_PORT_" + part.name();
            numbers.put(
                    part,
                    Optional.ofNullable(environment.get(variable))
                            .map(text -> number(text, variable))
                            .orElse(last.map(ports -> ports.of(part)).orElse(part.defaultPort())));
        }
        for (String option : options) {
            int equals = option.indexOf('=');
            if (option.equals("free")) {
                chooseFree(numbers);
            } else if (equals < 0) {
                numbers.put(Part.GATEWAY, number(option, "--port"));
            } else {
                String label = option.substring(0, equals);
                Part part = Part.named(label)
                        .orElseThrow(() -> new Problem(
                                "--port " + option + ": there is no part " + label + "; there are: " + Part.labels()));
                numbers.put(part, number(option.substring(equals + 1), "--port " + label));
            }
        }
        Map<Integer, Part> taken = new HashMap<>();
        numbers.forEach((part, port) -> {
            Part other = taken.put(port, part);
            if (other != null) {
                throw new Problem("Port " + port + " is asked for twice, by " + other.label() + " and " + part.label()
                        + ": give one of them another with --port " + part.label() + "=NUMBER");
            }
        });
        return new Ports(numbers);
    }

    int of(Part part) {
        Integer port = numbers.get(part);
        if (port == null) {
            throw new IllegalStateException("No port for " + part.label());
        }
        return port;
    }

    String url(Part part) {
        return "http://localhost:" + of(part);
    }

    /** @throws Problem naming the port, who has it, and what to do, if the part could not listen there */
    void requireFree(Part part) {
        int port = of(part);
        try (ServerSocket probe = new ServerSocket()) {
            // As the servers do: connections of an ended process that linger are no obstacle.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(part == Part.POSTGRESQL ? InetAddress.getLoopbackAddress() : null, port));
        } catch (IOException e) {
            throw new Problem(
                    "Port " + port + ", which " + part.label() + " needs, cannot be used (" + e.getMessage() + ")"
                            + PortOwner.of(port)
                                    .map(owner -> ": " + owner + " has it")
                                    .orElse("") + ".\n  Another port: ./weft demo --port "
                            + (part == Part.GATEWAY ? "" : part.label() + "=")
                            + "NUMBER, or any free ones: ./weft demo --port free",
                    e);
        }
    }

    /** Below the range that Linux takes the ports of outgoing connections from: nobody gets ours between now and their use. */
    private static void chooseFree(Map<Part, Integer> numbers) {
        Set<Integer> chosen = new HashSet<>();
        for (Part part : Part.values()) {
            int port = ThreadLocalRandom.current()
                    .ints(LOWEST_CHOSEN, HIGHEST_CHOSEN)
                    .limit(CHOICES)
                    .filter(candidate -> !chosen.contains(candidate) && isFree(candidate))
                    .findFirst()
                    .orElseThrow(() -> new Problem("No free port from " + LOWEST_CHOSEN + " to " + HIGHEST_CHOSEN));
            chosen.add(port);
            numbers.put(part, port);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int number(String text, String where) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new Problem(where + ": \"" + text + "\" is no port: a number from 1 to 65535");
        }
        return Integer.parseInt(text);
    }
}
