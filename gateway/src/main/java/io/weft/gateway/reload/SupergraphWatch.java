package io.weft.gateway.reload;

import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.reload.AdmitChanges.Admission;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Asks the subgraphs for their schemas again and again, and has a new graph served when one has changed and they
 * compose. Composing happens on a thread of its own. A change that does not compose is held back, and logged once, while
 * those of other subgraphs are served; a subgraph that goes away keeps the schema it told last.
 */
public final class SupergraphWatch implements GraphWatch {

    private static final Logger log = LoggerFactory.getLogger(SupergraphWatch.class);
    /** Until there is a graph, somebody is waiting for it. */
    private static final Duration IMPATIENT = Duration.ofMillis(250);
    /** Between two questions for a schema that has been announced. */
    private static final Duration ANNOUNCED = Duration.ofMillis(50);

    private final List<SchemaSource> sources;
    private final ReloadSettings settings;
    private final AskForSchema asking;
    private final SchemaNews news;
    private final RehearsedComposer composer;
    private final Consumer<Supergraph> serve;
    private final Clock clock;

    private final Scheduler thread;
    private final Disposable.Swap loop = Disposables.swap();
    private final ServedSchemas served;
    private final ToldSchemas told;
    private final AdmitChanges admitting;
    private Attempt tried = new Attempt(List.of(), List.of());

    /** Empty until there is a graph under these settings. */
    private List<SubgraphSource> serving = List.of();

    /** What may stand for a schema that does not compose. */
    private List<SubgraphSource> composing;

    private Instant begun = Instant.MAX;
    private volatile GraphStatus status = GraphStatus.NOTHING;

    private record Attempt(List<SubgraphSource> known, List<SubgraphName> suspects) {}

    /**
     * @param headers  what a subgraph is sent when it is asked for its schema
     * @param news     the hashes of the schemas that a service serves, when it says so by itself; fails where it does not
     * @param served   what is served when this begins, under whatever settings; is told what is served from now on
     * @param composer given the schemas in the order of {@code sources}
     * @param serve    has the graph served from now on; called on {@code thread}
     * @param thread   one thread, for as long as the watch lasts
     */
    public SupergraphWatch(
            List<SchemaSource> sources,
            ReloadSettings settings,
            SubgraphTransport transport,
            Function<SubgraphName, Map<String, String>> headers,
            Function<SchemaSource, Flux<String>> news,
            ServedSchemas served,
            RehearsedComposer composer,
            Consumer<Supergraph> serve,
            Scheduler thread,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.settings = settings;
        this.asking = new AskForSchema(transport, headers, settings.timeout());
        this.news = new SchemaNews(this.sources, news);
        this.composer = composer;
        this.served = served;
        this.told = new ToldSchemas(this.sources, served);
        this.composing = told.known();
        this.admitting = new AdmitChanges(composer);
        this.serve = serve;
        this.thread = thread;
        this.clock = clock;
    }

    /** The first graph is served some time after this returns. */
    @Override
    public void start() {
        begun = clock.instant();
        news.start();
        loop.update(Mono.defer(this::look)
                .onErrorResume(bug -> {
                    log.error("The subgraphs' schemas could not be looked at; it is tried again", bug);
                    return Mono.empty();
                })
                .then(Mono.firstWithSignal(
                        news.next(),
                        Mono.defer(() -> Mono.delay(pause(), thread)).then()))
                .repeat()
                .subscribe());
    }

    @Override
    public GraphStatus status() {
        return status;
    }

    @Override
    public void close() {
        loop.dispose();
        news.stop();
        composer.close();
    }

    private Duration pause() {
        if (news.isAnyAwaited()) {
            return ANNOUNCED;
        }
        Duration interval = status.served().isEmpty() && settings.interval().compareTo(IMPATIENT) > 0
                ? IMPATIENT
                : settings.interval();
        return Duration.ofMillis(
                (long) (interval.toMillis() * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
    }

    /** Asks everybody once, and serves what came of it. */
    private Mono<Void> look() {
        return Flux.fromIterable(sources)
                .filter(this::isDue)
                .flatMapSequential(asking::ask)
                .collectList()
                .publishOn(thread)
                .doOnNext(this::consider)
                .then();
    }

    /**
     * Who is away is asked at every look, who has told its schema when it is time again; who says by itself that its schema has
     * changed, then, and otherwise as seldom as those whom it costs more.
     */
    private boolean isDue(SchemaSource source) {
        if (news.isAnyAwaited() && status.served().isPresent()) {
            return news.isAwaited(source);
        }
        return !source.isAskedByQuery() && !news.isHeard(source)
                || told.away(source.name()).isPresent()
                || told.at(source.name())
                        .map(at -> !clock.instant().isBefore(at.plus(settings.introspectionInterval())))
                        .orElse(true);
    }

    private void consider(List<SchemaAnswer> answers) {
        answers.forEach(this::note);
        Attempt next = new Attempt(told.known(), suspects());
        if (next.equals(tried) || isTooEarly(next.known())) {
            tell(status.served(), status.refusals(), status.swaps());
            return;
        }
        tried = next;
        try {
            switch (admitting.admit(
                    next.known(), new AdmitChanges.Before(composing, !serving.isEmpty()), next.suspects())) {
                case Admission.Whole(CompositionResult.Composed composed) -> serve(next.known(), composed, List.of());
                case Admission.Partial(var composed, List<SubgraphSource> sources, List<CompositionError> errors) ->
                    serve(sources, composed, errors);
                case Admission.Refused(List<CompositionError> errors) -> refuse(errors);
            }
        } catch (RuntimeException bug) {
            log.error("The subgraphs' schemas broke the gateway; {}", whatIsServed(), bug);
            tell(status.served(), List.of("internal error: " + bug), status.swaps());
        }
    }

    private void note(SchemaAnswer answer) {
        SubgraphName name = answer.source().name();
        told.note(answer, clock.instant());
        news.told(name, told.away(name).isPresent() ? Optional.empty() : told.hash(name));
    }

    /** Whose schema may be held back. As long as there is no graph yet, it may still be put right. */
    private List<SubgraphName> suspects() {
        if (status.served().isPresent()) {
            return told.lastChanged();
        }
        if (mayWait()) {
            return List.of();
        }
        List<SubgraphName> required = sources.stream()
                .filter(SchemaSource::required)
                .map(SchemaSource::name)
                .toList();
        return told.lastChanged().stream()
                .filter(name -> !required.contains(name))
                .toList();
    }

    private boolean mayWait() {
        return clock.instant().isBefore(begun.plus(settings.firstWait()));
    }

    private boolean isTooEarly(List<SubgraphSource> known) {
        if (known.size() == sources.size() || status.served().isPresent()) {
            return known.isEmpty();
        }
        boolean requiredIsMissing =
                sources.stream().anyMatch(source -> source.required() && !told.isKnown(source.name()));
        return known.isEmpty() || requiredIsMissing || mayWait();
    }

    /** @param errors why not all that was told is in it; empty where all is */
    private void serve(List<SubgraphSource> known, CompositionResult.Composed composed, List<CompositionError> errors) {
        composed.hints().stream().filter(hint -> hint.code().isWarning()).forEach(hint -> log.warn("{}", hint.print()));
        serve.accept(composed.supergraph());
        serving = known;
        composing = known;
        served.serve(sources, known);
        List<SubgraphName> names = known.stream().map(SubgraphSource::name).toList();
        List<String> refusals = errors.stream().map(CompositionError::print).toList();
        tell(Optional.of(new GraphStatus.Served(clock.instant(), names)), refusals, status.swaps() + 1);
        // That there is a graph now is no reason to try the same again.
        tried = new Attempt(tried.known(), suspects());
        log.info("A graph of {} is served now{}", names, missing());
        if (!errors.isEmpty()) {
            log.error(
                    "The subgraphs' schemas do not compose; {} held back:\n{}",
                    status.heldBack(),
                    String.join("\n", refusals));
        }
    }

    private String missing() {
        List<SubgraphName> missing = sources.stream()
                .map(SchemaSource::name)
                .filter(name -> !told.isKnown(name))
                .toList();
        return missing.isEmpty() ? "" : "; " + missing + " have not told their schemas yet and are added when they do";
    }

    private void refuse(List<CompositionError> errors) {
        List<String> refusals = errors.stream().map(CompositionError::print).toList();
        tell(status.served(), refusals, status.swaps());
        log.error("The subgraphs' schemas do not compose; {}:\n{}", whatIsServed(), String.join("\n", refusals));
    }

    private String whatIsServed() {
        return status.served().isPresent() ? "the graph that was served before lives on" : "there is no graph yet";
    }

    private void tell(Optional<GraphStatus.Served> graph, List<String> refusals, long swaps) {
        Map<SubgraphName, GraphStatus.Source> each = new LinkedHashMap<>();
        sources.stream()
                .map(SchemaSource::name)
                .forEach(name -> each.put(
                        name, new GraphStatus.Source(told.hash(name), told.away(name), heldBack(name, refusals))));
        status = new GraphStatus(graph, each, refusals, swaps);
    }

    private Optional<String> heldBack(SubgraphName name, List<String> refusals) {
        if (refusals.isEmpty() || serving.isEmpty() || !told.isKnown(name)) {
            return Optional.empty();
        }
        Optional<SubgraphSource> served =
                serving.stream().filter(source -> source.name().equals(name)).findFirst();
        if (served.equals(told.source(name))) {
            return Optional.empty();
        }
        return Optional.of(served.isPresent() ? "the schema it told before is served" : "it is left out of the graph");
    }
}
