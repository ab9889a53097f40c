package io.weft.gateway.transport.subgraph.stream;

import io.netty.buffer.ByteBuf;
import io.weft.gateway.execution.SubgraphStreams.Signal;
import java.util.List;

/** Reads events from an HTTP response's body. Used by one connection's event loop at a time. */
interface EventReading {

    /**
     * @param bytes as they arrive, wherever they were cut
     * @return the events that are whole now
     * @throws EventTooLarge where one becomes larger than the limit
     */
    List<Signal.Event> read(ByteBuf bytes);

    /** Whether the subgraph has said that nothing more comes. */
    boolean isComplete();
}
