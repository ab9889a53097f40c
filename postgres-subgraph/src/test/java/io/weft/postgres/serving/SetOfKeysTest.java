package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import io.weft.contracts.selection.KeySet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class SetOfKeysTest {

    private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();
    private final Coercing<?, ?> few = SetOfKeys.scalar(1_000).getCoercing();

    private Object value(String text) {
        return few.parseValue(text, CONTEXT, Locale.ROOT);
    }

    private Object literal(String text) {
        return few.parseLiteral(
                StringValue.newStringValue(text).build(), CoercedVariables.emptyVariables(), CONTEXT, Locale.ROOT);
    }

    /** From 0 up. */
    private static String keys(long count) {
        RoaringBitmap keys = RoaringBitmap.bitmapOfRange(0, count);
        keys.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(keys.serializedSizeInBytes()).order(ByteOrder.LITTLE_ENDIAN);
        keys.serialize(bytes);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    @Test
    void a_set_has_as_many_keys_as_are_allowed() {
        assertThat(value(keys(1_000)))
                .isInstanceOfSatisfying(
                        KeySet.class, set -> assertThat(set.size()).isEqualTo(1_000));
        assertThat(literal(keys(1_000))).isEqualTo(value(keys(1_000)));
    }

    /** They would be told in a few hundred kilobytes, and take as many gigabytes as an array. */
    @Test
    void a_set_of_all_keys_that_there_may_be_is_refused() {
        String all = keys(1L << 31);
        assertThat(all.length()).isLessThan(1_000_000);
        assertThatThrownBy(() -> value(all))
                .isInstanceOf(CoercingParseValueException.class)
                .hasMessageContaining("at most 1000 keys (weft.limits.keys), not 2147483647");
        assertThatThrownBy(() -> literal(keys(1_001)))
                .isInstanceOf(CoercingParseLiteralException.class)
                .hasMessageContaining("not 1001");
    }
}
