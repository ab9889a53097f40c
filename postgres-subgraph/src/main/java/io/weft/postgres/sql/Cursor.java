package io.weft.postgres.sql;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place between two rows: the sort values of the row before it. The text of a cursor begins with a checksum, so that a
 * damaged one is an error and not another place. It keeps nothing secret and guards nothing: row rules do.
 *
 * @param order  the order it belongs to
 * @param values the text of each sort value, null for null
 * @param later  what each request gives another one for, with nulls in the same places; null for a cursor that is meant itself
 */
public record Cursor(
        String order,
        List<@Nullable String> values,
        @Nullable Later later) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern KEY = Pattern.compile("\\d{1,18}");

    /** @param values how its values are read from what is given */
    record Later(Given given, Function<Object, List<@Nullable String>> values) {}

    Cursor(String order, List<@Nullable String> values) {
        this(order, values, null);
    }

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

    /**
     * The cursor that an argument is.
     *
     * @param argument a text, or {@link Given}
     * @param needs    gets the check that it belongs to the order, where that depends on what each request gives
     * @param place    the argument, for errors
     */
    static Cursor decoded(Object argument, OrderKeys order, Needs needs, String place) {
        Cursor cursor = known(Objects.requireNonNull(Given.look(argument, Look.CURSOR)), place);
        if (argument instanceof Given given) {
            if (!OrderKeys.withoutDigests(cursor.order).equals(order.withoutDigests())) {
                throw ofAnotherOrder(cursor.order, order.fingerprint(), place);
            }
            needs.check(values ->
                    check(known(Given.filled(given, values), place).order, order.fingerprint(values), place));
        } else {
            check(cursor.order, order.fingerprint(), place);
        }
        if (!fits(cursor.values, order.keys())) {
            throw noCursor(argument, place);
        }
        return argument instanceof Given given
                ? new Cursor(cursor.order, cursor.values, new Later(given, text -> known(text, place).values))
                : cursor;
    }

    private static void check(String order, String wanted, String place) {
        if (!order.equals(wanted)) {
            throw ofAnotherOrder(order, wanted, place);
        }
    }

    private static Refusal ofAnotherOrder(String order, String wanted, String place) {
        String asked = OrderKeys.withoutTypes(wanted);
        return Refusal.input(
                OrderKeys.withoutTypes(order).equals(asked)
                        ? place
                                + ": since this cursor was made, what is ordered by has got another type. Begin with the first page"
                        : place + ": this cursor belongs to another order than [" + asked
                                + "]. Keep orderBy the same from page to page");
    }

    private static Cursor known(Object text, String place) {
        return read((String) text).orElseThrow(() -> noCursor(text, place));
    }

    /** In the order of the keys, a cursor is a key. */
    static Cursor ofKey(Object argument, OrderKeys order, String place) {
        return argument instanceof Given given
                ? new Cursor(
                        order.fingerprint(),
                        List.<@Nullable String>of(given.<String>sample(text -> key(text, place))),
                        new Later(given, text -> List.of(key(text, place))))
                : new Cursor(order.fingerprint(), List.of(key(argument, place)));
    }

    private static String key(Object text, String place) {
        String key = (String) text;
        if (!KEY.matcher(key).matches()) {
            throw Refusal.input(place + ": without orderBy a cursor is a key, a whole number, not \"" + key + "\"");
        }
        return key;
    }

    /** One of its values that is not null, as PostgreSQL reads it. */
    Field<?> value(int at, ColumnType type) {
        return later == null
                ? Expressions.cast(Objects.requireNonNull(values.get(at)), type)
                : Expressions.cast(
                        later.given,
                        text -> Objects.requireNonNull(later.values.apply(text).get(at)),
                        type);
    }

    /** A short name for the arguments of an order, for its fingerprint. */
    static String digest(Object arguments) {
        return Integer.toHexString(checksum(ByteBuffer.wrap(arguments.toString().getBytes(StandardCharsets.UTF_8))));
    }

    /** What a text says; empty if it is no cursor. */
    static Optional<Cursor> read(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= Integer.BYTES || bytes.getInt() != checksum(bytes.slice())) {
                return Optional.empty();
            }
            byte[] content = new byte[bytes.remaining()];
            bytes.get(content);
            @Nullable String[] all = JSON.readValue(content, String[].class);
            List<@Nullable String> parts = all == null ? List.of() : Arrays.asList(all);
            String order = parts.isEmpty() ? null : parts.getFirst();
            return Optional.of(
                    new Cursor(order == null ? "" : order, order == null ? List.of() : parts.subList(1, parts.size())));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
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

    private static Refusal noCursor(Object text, String place) {
        return Refusal.input(place + ": \"" + text + "\" is no cursor of this connection");
    }
}
