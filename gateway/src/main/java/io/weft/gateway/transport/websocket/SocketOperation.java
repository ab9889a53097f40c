package io.weft.gateway.transport.websocket;

import io.weft.gateway.execution.data.JsonMembers;
import io.weft.gateway.execution.data.JsonMembers.Members;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.JsonProblem;
import io.weft.gateway.execution.data.Leaf;
import io.weft.gateway.transport.http.AnswerGraphQl.Answer;
import io.weft.gateway.transport.http.AnswerGraphQl.Event;
import io.weft.gateway.transport.http.AnswerGraphQl.Outcome;
import io.weft.gateway.transport.http.HttpProblem;
import io.weft.gateway.transport.message.SocketMessage;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One operation over a websocket: its answers, then {@code complete} or {@code error}. */
final class SocketOperation {

    private final String id;
    private final Sinks.Empty<Void> cancelled = Sinks.empty();

    SocketOperation(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The client wants no more of it. */
    void cancel() {
        cancelled.tryEmitEmpty();
    }

    Flux<SocketMessage> said(Mono<Answer> answer) {
        return answer.flatMapMany(this::said).takeUntilOther(cancelled.asMono());
    }

    /** It is one too many. */
    Flux<SocketMessage> tooMany(int limit) {
        String message = limit + " operations are under way over this connection, and there may be no more"
                + " (subscriptions.max-per-connection).";
        return Flux.just(error(new JsonOutput()
                .value(List.of(HttpProblem.error("TOO_MANY_SUBSCRIPTIONS", message)))
                .toLeaf()));
    }

    private Flux<SocketMessage> said(Answer answer) {
        return switch (answer) {
            case Answer.Once(Outcome outcome, byte[] body)
            when outcome == Outcome.EXECUTED -> Flux.just(next(body), new SocketMessage.Complete(id));
            case Answer.Once(Outcome outcome, byte[] body) -> Flux.just(error(errors(body)));
            case Answer.Stream(Flux<Event> events) ->
                // Whether it ended with an error is known when the last event is there.
                Flux.concat(events.map(this::said), Mono.just(new SocketMessage.Complete(id)))
                        .takeUntil(said -> said instanceof SocketMessage.Error);
        };
    }

    private SocketMessage said(Event event) {
        return switch (event) {
            case Event.Next(byte[] body) -> next(body);
            case Event.Ended(byte[] errors) -> error(whole(errors));
        };
    }

    private SocketMessage next(byte[] body) {
        return new SocketMessage.Next(id, whole(body));
    }

    private SocketMessage error(Leaf errors) {
        return new SocketMessage.Error(id, errors);
    }

    private static Leaf whole(byte[] json) {
        return new Leaf(json, 0, json.length);
    }

    /** The errors of a response that has nothing else. */
    private static Leaf errors(byte[] body) {
        return switch (JsonMembers.read(body)) {
            case Members(Map<String, Leaf> members) when members.containsKey("errors") -> members.get("errors");
            case Members members -> throw new IllegalStateException("a refusal without errors");
            case JsonProblem problem -> throw new IllegalStateException("a refusal that is no JSON: " + problem);
        };
    }
}
