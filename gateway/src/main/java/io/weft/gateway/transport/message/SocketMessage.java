package io.weft.gateway.transport.message;

import io.weft.gateway.execution.data.JsonMembers;
import io.weft.gateway.execution.data.JsonMembers.Members;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.JsonProblem;
import io.weft.gateway.execution.data.Leaf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One message over a websocket. Payloads stay the bytes they arrived as. */
public sealed interface SocketMessage extends Received {

    /** The websocket's subprotocol. */
    String PROTOCOL = "graphql-transport-ws";

    record ConnectionInit(Optional<Leaf> payload) implements SocketMessage {}

    record ConnectionAck() implements SocketMessage {}

    record Ping() implements SocketMessage {}

    record Pong() implements SocketMessage {}

    /** @param payload a GraphQL request */
    record Subscribe(String id, Leaf payload) implements SocketMessage {}

    /** @param payload a GraphQL response */
    record Next(String id, Leaf payload) implements SocketMessage {}

    /** @param payload a list of GraphQL errors */
    record Error(String id, Leaf payload) implements SocketMessage {}

    record Complete(String id) implements SocketMessage {}

    default byte[] write() {
        return switch (this) {
            case ConnectionInit(Optional<Leaf> payload) -> write("connection_init", null, payload.orElse(null));
            case ConnectionAck() -> write("connection_ack", null, null);
            case Ping() -> write("ping", null, null);
            case Pong() -> write("pong", null, null);
            case Subscribe(String id, Leaf payload) -> write("subscribe", id, payload);
            case Next(String id, Leaf payload) -> write("next", id, payload);
            case Error(String id, Leaf payload) -> write("error", id, payload);
            case Complete(String id) -> write("complete", id, null);
        };
    }

    /** What a text message says. */
    static Received read(byte[] text) {
        return switch (JsonMembers.read(text)) {
            case JsonProblem problem -> new Received.Unreadable("the message is not a JSON object: " + problem);
            case Members members ->
                switch (string(members, "type").orElse("")) {
                    case "connection_init" -> new ConnectionInit(payload(members));
                    case "connection_ack" -> new ConnectionAck();
                    case "ping" -> new Ping();
                    case "pong" -> new Pong();
                    case "subscribe" -> withPayload(members, '{', Subscribe::new);
                    case "next" -> withPayload(members, '{', Next::new);
                    case "error" -> withPayload(members, '[', Error::new);
                    case "complete" ->
                        id(members).<Received>map(Complete::new).orElseGet(() -> unreadable("complete", "an id"));
                    case String type -> new Received.Unreadable("the message's type '" + type + "' is not known");
                };
        };
    }

    /** Makes a message of its id and payload. */
    @FunctionalInterface
    interface Make {
        SocketMessage of(String id, Leaf payload);
    }

    private static Received withPayload(Members members, char first, Make make) {
        Optional<String> id = id(members);
        Optional<Leaf> payload = payload(members).filter(value -> value.first() == first);
        return id.isPresent() && payload.isPresent()
                ? make.of(id.get(), payload.get())
                : unreadable(
                        string(members, "type").orElse(""),
                        "an id and a payload that is " + (first == '{' ? "an object" : "a list"));
    }

    private static Received unreadable(String type, String wants) {
        return new Received.Unreadable("a '" + type + "' message must have " + wants);
    }

    private static Optional<String> id(Members members) {
        return string(members, "id").filter(id -> !id.isEmpty());
    }

    private static Optional<String> string(Members members, String name) {
        return Optional.ofNullable(members.byName().get(name))
                .filter(Leaf::isString)
                .map(value -> JsonMapper.shared().readValue(value.json(), String.class));
    }

    private static Optional<Leaf> payload(Members members) {
        return Optional.ofNullable(members.byName().get("payload")).filter(value -> value.first() != 'n');
    }

    private static byte[] write(String type, @Nullable String id, @Nullable Leaf payload) {
        JsonOutput out = new JsonOutput(payload == null ? 64 : payload.length() + 64);
        if (id == null) {
            out.raw('{');
        } else {
            out.raw('{').string("id").raw(':').string(id).raw(',');
        }
        out.string("type").raw(':').string(type);
        if (payload != null) {
            out.raw(',').string("payload").raw(':').raw(payload);
        }
        return out.raw('}').toByteArray();
    }
}
