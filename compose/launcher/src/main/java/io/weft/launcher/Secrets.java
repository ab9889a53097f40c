package io.weft.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The secrets of one archive on this machine: made once, kept in a file that only its owner may read. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    static Secrets of(Workspace workspace) {
        Path file = workspace.state().resolve("secrets.properties");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("token", random(48));
        values.put("trust", random(32));
        values.put("postgres", random(24));
        for (Part service : Part.services()) {
            values.put(service.label() + "_owner", random(24));
            values.put(service.label() + "_service", random(24));
        }
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        boolean complete = kept.stringPropertyNames().containsAll(values.keySet());
        kept.stringPropertyNames().forEach(name -> values.put(name, kept.getProperty(name)));
        if (!complete) {
            workspace.writeProperties(file, values);
        }
        return new Secrets(values);
    }

    /** The HS256 secret of development tokens: its UTF-8 bytes. */
    String token() {
        return get("token");
    }

    /** Base64 of the key that trusted headers are signed with. */
    String trust() {
        return Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(get("trust")));
    }

    String password(String role) {
        return get(role);
    }

    private String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no secret " + name);
        }
        return value;
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
