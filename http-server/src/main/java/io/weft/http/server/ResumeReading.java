package io.weft.http.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServer;

/**
 * Reads on when a response is sent and no request is under way. Reactor Netty up to 1.3.7 forgets to, when a request
 * that arrived while another was being answered is itself answered at once: the connection stays open, and whatever the
 * client sends next is never read (reactor-netty pull request 4347, mended in 1.3.8). Reading twice does no harm.
 */
public final class ResumeReading extends ChannelOutboundHandlerAdapter {

    private ResumeReading() {}

    /** The server, whose connections from now on read on. */
    public static HttpServer on(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addBefore(NettyPipeline.HttpTrafficHandler, "weft.resumeReading", new ResumeReading()));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            promise.unvoid().addListener(_ -> context.executor().execute(() -> readWhenIdle(context)));
        }
        context.write(message, promise);
    }

    private static void readWhenIdle(ChannelHandlerContext context) {
        if (!context.isRemoved() && context.channel().isActive() && ChannelOperations.get(context.channel()) == null) {
            context.read();
        }
    }
}
