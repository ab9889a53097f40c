package io.weft.launcher.loading;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import tools.jackson.databind.JsonNode;

/** NDJSON in pieces of some lines, made when they are asked for. */
record Chunks(Iterator<? extends JsonNode> lines, int linesPerChunk) implements Iterator<byte[]> {

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public byte[] next() {
        StringBuilder chunk = new StringBuilder();
        for (int i = 0; i < linesPerChunk && lines.hasNext(); i++) {
            chunk.append(lines.next()).append('\n');
        }
        return chunk.toString().getBytes(StandardCharsets.UTF_8);
    }
}
