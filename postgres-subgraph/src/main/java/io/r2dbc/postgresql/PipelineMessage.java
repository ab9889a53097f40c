package io.r2dbc.postgresql;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.message.frontend.FrontendMessage;
import io.r2dbc.postgresql.message.frontend.Sync;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What is sent of statements: for each what prepares it where it is new, its values, and that it is to be run; and one Sync.
 *
 * @param bytes of all, so that no value has to be released later
 */
@NullMarked
record PipelineMessage(List<PipelinedStatement> statements, ByteBuf bytes)
        implements FrontendMessage, FrontendMessage.DirectEncoder {

    static PipelineMessage of(List<Pipeline.Statement> statements, ConnectionResources resources) {
        List<PipelinedStatement> pipelined = statements.stream()
                .map(statement -> PipelinedStatement.of(statement, resources))
                .toList();
        ByteBuf bytes = Unpooled.buffer();
        pipelined.forEach(statement -> statement.encode(bytes));
        Sync.INSTANCE.encode(bytes);
        return new PipelineMessage(pipelined, bytes);
    }

    @Override
    public void encode(ByteBuf out) {
        out.writeBytes(bytes.duplicate());
    }

    @Override
    public Publisher<ByteBuf> encode(ByteBufAllocator allocator) {
        return Mono.just(bytes.duplicate());
    }
}
