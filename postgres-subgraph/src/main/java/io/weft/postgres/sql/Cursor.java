package io.weft.postgres.sql;

import io.weft.postgres.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place between two rows: the sort values of the row before it.
 *
 * @param order  the order it belongs to
 * @param values the text of each sort value, null for null
 */
record Cursor(String order, List<@Nullable String> values) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String encoded() {
        List<@Nullable String> all = new ArrayList<>();
        all.add(order);
        all.addAll(values);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decoded(String text, String order, String place) {
        @Nullable String[] all;
        try {
            all = JSON.readValue(Base64.getUrlDecoder().decode(text), String[].class);
        } catch (IllegalArgumentException | JacksonException e) {
            throw Refusal.input(place + ": \"" + text + "\" is no cursor of this connection");
        }
        if (all == null || all.length == 0 || !order.equals(all[0]) || all.length != order.split(",").length + 1) {
            throw Refusal.input(place + ": this cursor belongs to another order than [" + order
                    + "]. Keep orderBy the same from page to page");
        }
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i < all.length; i++) {
            values.add(all[i]);
        }
        return new Cursor(order, values);
    }
}
