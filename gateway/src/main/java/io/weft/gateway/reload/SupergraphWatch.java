package io.weft.gateway.reload;

import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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
 * Asks the subgraphs for their schemas again and again, and has a new graph served when one has changed and all of them
 * compose. Composing happens on a thread of its own. A change that does not compose is refused, and logged once; a
 * subgraph that goes away keeps the schema it told last.
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
    private final Map<SubgraphName, SubgraphSource> told = new LinkedHashMap<>();
    private final Map<SubgraphName, String> hashes = new LinkedHashMap<>();
    private final Map<SubgraphName, Instant> toldAt = new LinkedHashMap<>();
    private final Map<SubgraphName, String> away = new LinkedHashMap<>();
    private List<SubgraphSource> tried = List.of();
    private Instant begun = Instant.MAX;
    private volatile GraphStatus status = GraphStatus.NOTHING;

    /**
     * @param headers  what a subgraph is sent when it is asked for its schema
     * @param news     the hashes of the schemas that a service serves, when it says so by itself; fails where it does not
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
            RehearsedComposer composer,
            Consumer<Supergraph> serve,
            Scheduler thread,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.settings = settings;
        this.asking = new AskForSchema(transport, headers, settings.timeout());
        this.news = new SchemaNews(this.sources, news);
        this.composer = composer;
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
        Instant told = toldAt.get(source.name());
        if (news.isAnyAwaited() && status.served().isPresent()) {
            return news.isAwaited(source);
        }
        return told == null
                || !source.isAskedByQuery() && !news.isHeard(source)
                || away.containsKey(source.name())
                || !clock.instant().isBefore(told.plus(settings.introspectionInterval()));
    }

    private void consider(List<SchemaAnswer> answers) {
        answers.forEach(this::note);
        List<SubgraphSource> known = sources.stream()
                .flatMap(source -> Optional.ofNullable(told.get(source.name())).stream())
                .toList();
        if (known.equals(tried) || isTooEarly(known)) {
            tell(status.served(), status.refusals(), status.swaps());
            return;
        }
        tried = known;
        try {
            switch (composer.apply(known)) {
                case CompositionResult.Composed composed -> swap(known, composed);
                case CompositionResult.Refused(List<CompositionError> errors) ->
                    refuse(errors.stream().map(CompositionError::print).toList());
            }
        } catch (RuntimeException bug) {
            log.error("The subgraphs' schemas broke the gateway; {}", whatIsServed(), bug);
            tell(status.served(), List.of("internal error: " + bug), status.swaps());
        }
    }

    private void note(SchemaAnswer answer) {
        SubgraphName name = answer.source().name();
        switch (answer) {
            case SchemaAnswer.Told(SchemaSource source, String sdl) -> {
                SubgraphSource before = told.put(name, source.with(sdl));
                if (before == null || !before.sdl().equals(sdl)) {
                    hashes.put(name, hash(sdl));
                }
                news.told(name, Optional.ofNullable(hashes.get(name)));
                toldAt.put(name, clock.instant());
                if (away.remove(name) != null) {
                    log.info("Subgraph '{}' tells its schema again", name);
                }
            }
            case SchemaAnswer.Untold(SchemaSource source, String why) -> {
                news.told(name, Optional.empty());
                if (away.put(name, why) == null) {
                    log.warn(
                            "Subgraph '{}' does not tell its schema{}: {}",
                            name,
                            told.containsKey(name) ? ", the last one stays" : "",
                            why);
                }
            }
        }
    }

    private boolean isTooEarly(List<SubgraphSource> known) {
        if (known.size() == sources.size() || status.served().isPresent()) {
            return known.isEmpty();
        }
        boolean requiredIsMissing =
                sources.stream().anyMatch(source -> source.required() && !told.containsKey(source.name()));
        boolean mayWait = clock.instant().isBefore(begun.plus(settings.firstWait()));
        return known.isEmpty() || requiredIsMissing || mayWait;
    }

    private void swap(List<SubgraphSource> known, CompositionResult.Composed composed) {
        composed.hints().stream().filter(hint -> hint.code().isWarning()).forEach(hint -> log.warn("{}", hint.print()));
        serve.accept(composed.supergraph());
        List<SubgraphName> names = known.stream().map(SubgraphSource::name).toList();
        tell(Optional.of(new GraphStatus.Served(clock.instant(), names)), List.of(), status.swaps() + 1);
        log.info("A graph of {} is served now{}", names, missing(names));
    }

    private String missing(List<SubgraphName> served) {
        List<SubgraphName> missing = sources.stream()
                .map(SchemaSource::name)
                .filter(name -> !served.contains(name))
                .toList();
        return missing.isEmpty() ? "" : "; " + missing + " have not told their schemas yet and are added when they do";
    }

    private void refuse(List<String> errors) {
        tell(status.served(), errors, status.swaps());
        log.error("The subgraphs' schemas do not compose; {}:\n{}", whatIsServed(), String.join("\n", errors));
    }

    private String whatIsServed() {
        return status.served().isPresent() ? "the graph that was served before lives on" : "there is no graph yet";
    }

    private void tell(Optional<GraphStatus.Served> served, List<String> refusals, long swaps) {
        Map<SubgraphName, GraphStatus.Source> each = new LinkedHashMap<>();
        sources.forEach(source -> each.put(
                source.name(),
                new GraphStatus.Source(
                        Optional.ofNullable(hashes.get(source.name())), Optional.ofNullable(away.get(source.name())))));
        status = new GraphStatus(served, each, refusals, swaps);
    }

    private static String hash(String sdl) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sdl.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
