package io.weft.postgres.serving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.graphql.execution.GraphQlSource;

/** The first 64 bits of SHA-256 over {@code _service { sdl }}, in hexadecimal. */
final class SdlHash {

    private SdlHash() {}

    static String of(GraphQlSource source) {
        Map<String, Map<String, String>> data =
                source.graphQl().execute("{ _service { sdl } }").getData();
        String sdl = data.getOrDefault("_service", Map.of()).getOrDefault("sdl", "");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sdl.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
