package io.weft.gateway.application;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of graphql-transport-ws that says exactly what it is told to say. Listening waits for what is to come. */
final class SocketClient implements AutoCloseable, WebSocket.Listener {

    static final String INIT = "{\"type\":\"connection_init\"}";
    static final String ACK = "{\"type\":\"connection_ack\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    SocketClient(String url, String protocol, Map<String, String> headers) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        headers.forEach(builder::header);
        if (!protocol.isEmpty()) {
            builder.subprotocols(protocol);
        }
        socket = builder.buildAsync(URI.create(url.replace("http://", "ws://")), this)
                .join();
    }

    static SocketClient open(String url) {
        return new SocketClient(url, "graphql-transport-ws", Map.of());
    }

    SocketClient say(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    SocketClient subscribe(String id, String query) {
        return say("{\"id\":\"" + id + "\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + query + "\"}}");
    }

    /** The next message; {@code closed CODE REASON} when the websocket is closed. */
    String hear() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(30, TimeUnit.SECONDS), "nothing was said");
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        heard.add("closed " + statusCode + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        heard.add("broken " + error);
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
