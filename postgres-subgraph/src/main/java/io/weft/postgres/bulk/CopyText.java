package io.weft.postgres.bulk;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in, COPY's text format out. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();

    void row(long line, List<@Nullable String> values) {
        text.append(line);
        for (@Nullable String value : values) {
            text.append('\t');
            if (value == null) {
                text.append("\\N");
            } else {
                escape(value);
            }
        }
        text.append('\n');
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }

    ByteBuf bytes() {
        return Unpooled.wrappedBuffer(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
