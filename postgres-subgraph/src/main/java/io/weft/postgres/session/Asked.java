package io.weft.postgres.session;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose columns are all text.
 *
 * @param cells how many columns its rows have
 */
public record Asked(Sql statement, int cells) {

    /** The cells of one of its rows. */
    public List<@Nullable String> read(Readable row) {
        List<@Nullable String> texts = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            texts.add(row.get(i, String.class));
        }
        return texts;
    }
}
