package io.weft.postgres.sql;

import io.weft.postgres.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place between two rows: the sort values of the row before it. The text of a cursor begins with a checksum, so that a
 * damaged one is an error and not another place. It keeps nothing secret and guards nothing: row rules do.
 *
 * @param order  the order it belongs to
 * @param values the text of each sort value, null for null
 */
public record Cursor(String order, List<@Nullable String> values) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String encoded() {
        List<@Nullable String> all = new ArrayList<>();
        all.add(order);
        all.addAll(values);
        byte[] content = JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
        byte[] text = ByteBuffer.allocate(Integer.BYTES + content.length)
                .putInt(checksum(ByteBuffer.wrap(content)))
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** @param place the argument, for errors */
    static Cursor decoded(String text, OrderKeys order, String place) {
        @Nullable String[] all = content(text, place);
        String fingerprint = order.fingerprint();
        if (all.length == 0 || !fingerprint.equals(all[0])) {
            throw Refusal.input(place + ": this cursor belongs to another order than [" + fingerprint
                    + "]. Keep orderBy the same from page to page");
        }
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i < all.length; i++) {
            values.add(all[i]);
        }
        if (!fits(values, order.keys())) {
            throw noCursor(text, place);
        }
        return new Cursor(fingerprint, values);
    }

    /** A short name for the arguments of an order, for its fingerprint. */
    static String digest(Object arguments) {
        return Integer.toHexString(checksum(ByteBuffer.wrap(arguments.toString().getBytes(StandardCharsets.UTF_8))));
    }

    private static @Nullable String[] content(String text, String place) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= Integer.BYTES || bytes.getInt() != checksum(bytes.slice())) {
                throw noCursor(text, place);
            }
            byte[] content = new byte[bytes.remaining()];
            bytes.get(content);
            @Nullable String[] all = JSON.readValue(content, String[].class);
            return all == null ? new String[0] : all;
        } catch (IllegalArgumentException | JacksonException e) {
            throw noCursor(text, place);
        }
    }

    private static boolean fits(List<@Nullable String> values, List<OrderKeys.Key> keys) {
        if (values.size() != keys.size()) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null && !keys.get(i).value().nullable()) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(ByteBuffer content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return (int) checksum.getValue();
    }

    private static Refusal noCursor(String text, String place) {
        return Refusal.input(place + ": \"" + text + "\" is no cursor of this connection");
    }
}
