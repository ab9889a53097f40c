package io.r2dbc.postgresql;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.Pipeline.Statement;
import io.r2dbc.postgresql.client.Binding;
import io.r2dbc.postgresql.message.Format;
import io.r2dbc.postgresql.message.frontend.Bind;
import io.r2dbc.postgresql.message.frontend.Execute;
import io.r2dbc.postgresql.message.frontend.Parse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A statement as it is sent, over the connection's own statements that are prepared.
 *
 * @param name  what it is, or will be, prepared as
 * @param isNew whether it is prepared here
 */
@NullMarked
record PipelinedStatement(String text, Binding binding, String name, boolean isNew, StatementCache prepared) {

    private static final List<Format> TEXT = List.of(Format.FORMAT_TEXT);

    static PipelinedStatement of(Statement statement, ConnectionResources resources) {
        Binding binding = new Binding(statement.values().size());
        int index = 0;
        for (@Nullable Object value : statement.values()) {
            binding.add(
                    index++,
                    value == null
                            ? resources.getCodecs().encodeNull(String.class)
                            : resources.getCodecs().encode(value));
        }
        StatementCache prepared = resources.getStatementCache();
        boolean isNew = prepared.requiresPrepare(binding, statement.text());
        return new PipelinedStatement(
                statement.text(), binding, prepared.getName(binding, statement.text()), isNew, prepared);
    }

    void encode(ByteBuf out) {
        if (isNew) {
            // It takes the buffer for its own: its size is written where that begins.
            ByteBuf parse = Unpooled.buffer();
            new Parse(name, binding.getParameterTypes(), text).encode(parse);
            out.writeBytes(parse);
        }
        List<ByteBuf> values = binding.getParameterValues().stream()
                .map(PipelinedStatement::bytes)
                .toList();
        new Bind(Bind.UNNAMED_PORTAL, binding.getParameterFormats(), values, TEXT, name).encode(out);
        new Execute(Execute.UNNAMED_PORTAL, Execute.NO_LIMIT).encode(out);
    }

    void isPrepared() {
        prepared.put(binding, text, name);
    }

    void isForgotten() {
        prepared.evict(text);
    }

    /** Values that are not streams are there at once. */
    private static ByteBuf bytes(Publisher<? extends ByteBuf> value) {
        ByteBuf bytes = Mono.<ByteBuf>from(value)
                .defaultIfEmpty(Bind.NULL_VALUE)
                .toFuture()
                .getNow(null);
        return Objects.requireNonNull(bytes, "a value is not there yet");
    }
}
