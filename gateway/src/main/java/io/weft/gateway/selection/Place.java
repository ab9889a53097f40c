package io.weft.gateway.selection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Where a page begins or ends in the order of a selection. Survives inserts, and other ways of finding the page. */
sealed interface Place {

    /** @param cursor the ordering subgraph's own */
    record Ordered(String cursor) implements Place {}

    /** Among those that the ordering subgraph does not know, or where there is no order: behind this key. */
    record AtKey(int key) implements Place {}

    /** The ordering subgraph was not asked for its cursor, as nobody reads it. */
    record Unasked() implements Place {}

    /** @param order what the cursor belongs to */
    default String encoded(String order) {
        String content = switch (this) {
            case Ordered(String cursor) -> "o" + digest(order) + cursor;
            case AtKey(int key) -> "k" + digest(order) + key;
            case Unasked() -> throw new IllegalStateException("a cursor that nobody asked for");
        };
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(checksum(bytes))
                .put(bytes)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Empty where the text is no cursor of a selection in this order. */
    static Optional<Place> decoded(String text, String order) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.remaining() <= Integer.BYTES) {
            return Optional.empty();
        }
        int checksum = bytes.getInt();
        byte[] content = new byte[bytes.remaining()];
        bytes.get(content);
        String plain = new String(content, StandardCharsets.UTF_8);
        String digest = digest(order);
        if (checksum != checksum(content) || !plain.startsWith(digest, 1)) {
            return Optional.empty();
        }
        String rest = plain.substring(1 + digest.length());
        if (plain.charAt(0) == 'o') {
            return Optional.of(new Ordered(rest));
        }
        boolean isKey =
                plain.charAt(0) == 'k' && rest.matches("\\d{1,10}") && Long.parseLong(rest) <= Integer.MAX_VALUE;
        return isKey ? Optional.of(new AtKey(Integer.parseInt(rest))) : Optional.empty();
    }

    private static String digest(String order) {
        return "%08x".formatted(checksum(order.getBytes(StandardCharsets.UTF_8)));
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
