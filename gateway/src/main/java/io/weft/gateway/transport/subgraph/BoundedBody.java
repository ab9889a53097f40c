package io.weft.gateway.transport.subgraph;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Collects an answer's bytes up to a limit. Used by one connection's event loop at a time. */
final class BoundedBody {

    private static final int SMALLEST = 1024;

    private final int limit;
    private byte[] bytes;
    private int length;

    /** @param expected the announced length, or less than zero where it is not known */
    BoundedBody(int limit, long expected) {
        this.limit = limit;
        this.bytes = new byte[expected < 0 ? Math.min(SMALLEST, limit) : (int) Math.min(expected, limit)];
    }

    /** @return false, and nothing is taken, when the limit would be exceeded */
    boolean append(ByteBuf part) {
        int more = part.readableBytes();
        if (more > limit - length) {
            return false;
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(2L * bytes.length, length + more)));
        }
        part.readBytes(bytes, length, more);
        length += more;
        return true;
    }

    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
