package io.weft.gateway.selection;

import io.weft.contracts.DataVersion;
import io.weft.contracts.HeaderNames;
import io.weft.contracts.VersionWish;
import io.weft.contracts.VersionedAnswer;
import io.weft.gateway.execution.Rider;
import io.weft.gateway.execution.SubgraphHeaders;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.selection.KeptAnswers.Kept;
import io.weft.gateway.selection.KnownVersions.Turn;
import io.weft.gateway.supergraph.SubgraphName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Sends what selectors are asked for one selection, unless what they answered before still holds. Safe for use by many threads. */
final class SendSelector {

    private static final int UNCHANGED = 204;
    private static final Duration PATIENCE = Duration.ofMillis(5);

    private final SubgraphTransport transport;
    private final SubgraphHeaders headers;
    private final Optional<String> operationName;
    private final KeptAnswers.OfCaller kept;
    private final KnownVersions versions = new KnownVersions(PATIENCE);

    SendSelector(
            SubgraphTransport transport,
            SubgraphHeaders headers,
            Optional<String> operationName,
            KeptAnswers.OfCaller kept) {
        this.transport = transport;
        this.headers = headers;
        this.operationName = operationName;
        this.kept = kept;
    }

    /** @param kept whether it was answered before */
    record Answer(SelectorAnswer said, boolean kept) {}

    /** @param sent is told when it is sent */
    private record Question(SelectorRequest request, byte[] body, Runnable sent) {

        SubgraphName subgraph() {
            return request.selector().subgraph();
        }
    }

    /**
     * Fails with a {@link SelectionFailure}. Empty where something is wrong and something went along: it may be wrong with that, and is to be asked without.
     *
     * @param sent is told when it is sent
     */
    Mono<Optional<Answer>> send(SelectorRequest request, Runnable sent) {
        Question question = new Question(request, WriteSelectorRequest.bytes(request), sent);
        return kept.find(question.subgraph(), request.selector().url(), question.body())
                .map(before -> unlessChanged(question, before))
                .orElseGet(() -> fresh(question));
    }

    private Mono<Optional<Answer>> fresh(Question question) {
        return asked(question).flatMap(response -> read(question, response));
    }

    private Mono<Response> asked(Question question) {
        Optional<String> source = kept.source(question.subgraph());
        if (source.isEmpty()) {
            return exchange(question, versions.isAwaited() ? new VersionWish.Always() : new VersionWish.IfKnown());
        }
        Object who = new Object();
        return versions.isToTell(source.get(), who)
                ? exchange(question, new VersionWish.Always()).doFinally(signal -> versions.gone(source.get(), who))
                : exchange(question, new VersionWish.IfKnown());
    }

    private Mono<Optional<Answer>> unlessChanged(Question question, Kept before) {
        Object who = new Object();
        DataVersion version = before.version().version();
        return versions.next(version.source(), who)
                .flatMap(turn -> switch (turn) {
                    case Turn.Told(DataVersion now) when before.isOf(now) -> again(question, before);
                    case Turn.Told _ -> changed(question).then(Mono.defer(() -> fresh(question)));
                    case Turn.Untold _ -> Mono.defer(() -> fresh(question));
                    case Turn.Ask _ ->
                        exchange(question, new VersionWish.Unless(version))
                                .flatMap(response -> isUnchanged(response)
                                        ? again(question, before)
                                        : changed(question).then(read(question, response)));
                })
                .doFinally(signal -> versions.gone(version.source(), who));
    }

    private Mono<Void> changed(Question question) {
        return Mono.fromRunnable(() ->
                kept.forget(question.subgraph(), question.request().selector().url(), question.body()));
    }

    private static boolean isUnchanged(Response response) {
        return response instanceof Response.Answered(int status, var _, var _) && status == UNCHANGED;
    }

    private Mono<Response> exchange(Question question, VersionWish wish) {
        return Mono.defer(() -> {
            question.sent().run();
            Map<String, String> sent = new HashMap<>(headers.of(question.subgraph()));
            sent.put(HeaderNames.DATA_VERSION, wish.text());
            return transport
                    .send(new Request(
                            question.subgraph(),
                            question.request().selector().url(),
                            OperationKind.QUERY,
                            question.body(),
                            sent,
                            operationName))
                    .doOnNext(response -> version(response).ifPresent(told -> {
                        kept.answersBy(question.subgraph(), told.version());
                        versions.told(told.version());
                    }));
        });
    }

    private static Optional<VersionedAnswer> version(Response response) {
        return response instanceof Response.Answered(var _, var _, Optional<VersionedAnswer> version)
                ? version
                : Optional.empty();
    }

    private static Mono<Optional<Answer>> again(Question question, Kept before) {
        return Mono.fromSupplier(() -> {
            before.along().ifPresent(entities -> give(question.request(), before.answer(), entities));
            return Optional.of(new Answer(before.answer(), true));
        });
    }

    private Mono<Optional<Answer>> read(Question question, Response response) {
        return Mono.fromSupplier(() -> {
            SelectorRequest request = question.request();
            if (request.rider().isEmpty() || !(response instanceof Response.Answered(int _, byte[] body, var _))) {
                SelectorAnswer said = ReadSelectorAnswer.read(request, response);
                return Optional.of(kept(question, response, said, Optional.empty()));
            }
            return along(request.rider().get(), body).map(along -> {
                SelectorAnswer said = ReadSelectorAnswer.read(request, response);
                Rider.Entities entities = along.apply(said.page());
                give(request, said, entities);
                return kept(question, response, said, Optional.of(entities));
            });
        });
    }

    private Answer kept(Question question, Response response, SelectorAnswer said, Optional<Rider.Entities> along) {
        if (response instanceof Response.Answered(int _, byte[] body, Optional<VersionedAnswer> version)) {
            version.ifPresent(of -> kept.keep(
                    question.subgraph(),
                    question.request().selector().url(),
                    question.body(),
                    new Kept(of, said, along, 2 * body.length)));
        }
        return new Answer(said, false);
    }

    /** What came along, by the keys of the entities that the selector found; empty where something is wrong. */
    private static Optional<Function<int[], Rider.Entities>> along(Rider rider, byte[] body) {
        return switch (rider) {
            case Rider.RootField root -> root.answerIn(body).map(entities -> _ -> entities);
            case Rider.OfNodes nodes -> nodes.answerIn(body, ReadSelectorAnswer.PATH_OF_NODES);
        };
    }

    private static void give(SelectorRequest request, SelectorAnswer said, Rider.Entities entities) {
        switch (request.rider().orElseThrow()) {
            case Rider.RootField root -> root.found().accept(entities);
            case Rider.OfNodes nodes -> nodes.found().accept(said.page(), entities);
        }
    }
}
