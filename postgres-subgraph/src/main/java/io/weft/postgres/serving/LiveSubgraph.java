package io.weft.postgres.serving;

import graphql.GraphQL;
import graphql.GraphQLException;
import graphql.schema.GraphQLSchema;
import io.weft.contracts.Principal;
import io.weft.postgres.catalog.ReadCatalog;
import io.weft.postgres.executable.KnownTypes;
import io.weft.postgres.operation.AnswerQuestion;
import io.weft.postgres.operation.Operations;
import io.weft.postgres.operation.RunQuery;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Unpublishable;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.sql.CostLimit;
import io.weft.postgres.sql.QueryLimits;
import io.weft.schema.Rehearsal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.GraphQlSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * The subgraph as it is now. A rebuild reads what is published, builds aside, and swaps at once: requests in flight finish on
 * the subgraph they began with, none waits. A rebuild that fails leaves everything as it is.
 */
public final class LiveSubgraph implements GraphQlSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSubgraph.class);

    private static final Duration SLOW = Duration.ofSeconds(30);

    private final PrincipalSession session;
    private final SubgraphBlueprint blueprint;
    private final BuildSubgraph build;
    private final QueryLimits limits;
    private final AnswerQuestion answers;
    private final KnownTypes known = new KnownTypes();
    private final AtomicLong tickets = new AtomicLong();
    private final AtomicReference<@Nullable Current> current = new AtomicReference<>();
    private final Sinks.Many<Current> swaps = Sinks.many().replay().latest();
    private final AtomicReference<@Nullable Outdated> outdated = new AtomicReference<>();
    private final Rehearsal rehearsal;

    private record Current(
            long ticket, Instant since, PublishedQueries queries, GraphQlSource source, Operations operations) {}

    private record Made(PublishedQueries queries, GraphQlSource source, Operations operations) {}

    /**
     * The short way, for what it knows.
     *
     * @param ownRows whether only transactions of the database's server can change an answer
     */
    record Quick(Operations operations, AnswerQuestion answers, boolean ownRows) {}

    /**
     * The last rebuild failed.
     *
     * @param since when the first of the failures in a row happened
     * @param why   of the last one
     */
    record Outdated(Instant since, String why) {}

    /** @param rehearsal how long it may be built in the background; zero for not at all */
    LiveSubgraph(
            PrincipalSession session,
            SubgraphBlueprint blueprint,
            BuildSubgraph build,
            QueryLimits limits,
            Duration rehearsal) {
        this.session = session;
        this.blueprint = blueprint;
        this.build = build;
        this.limits = limits;
        CostLimit cost = new CostLimit(limits.cost());
        this.answers =
                new AnswerQuestion(new RunQuery(session, cost), new AnswerSelector(session, cost), JsonMapper.shared());
        this.rehearsal = new Rehearsal(
                rehearsal, this::rehearse, failure -> LOG.info("building again what is served failed: {}", failure));
    }

    /** Completes when whatever was committed before this call is being served. */
    public Mono<Void> rebuild() {
        return Mono.defer(() -> {
            rehearsal.giveWay();
            long ticket = tickets.incrementAndGet();
            long began = System.nanoTime();
            return publication()
                    .publishOn(Schedulers.boundedElastic())
                    .doOnNext(publication -> swap(ticket, publication, began))
                    .doOnNext(_ -> outdated.set(null))
                    .doOnError(this::remember)
                    .then();
        });
    }

    private Mono<Publication> publication() {
        return session.read(
                Principal.anonymous(),
                transaction -> ReadCatalog.read(transaction, blueprint.schemas())
                        // The connection's thread is that of requests, too.
                        .publishOn(Schedulers.boundedElastic())
                        .flatMap(catalog -> blueprint.publication(transaction, catalog)));
    }

    private void rehearse() {
        Publication publication = publication().block(SLOW);
        if (publication != null) {
            KnownTypes types = new KnownTypes();
            made(publication, types);
            made(publication, types);
        }
    }

    private void remember(Throwable failure) {
        outdated.updateAndGet(
                before -> new Outdated(before == null ? Instant.now() : before.since(), String.valueOf(failure)));
    }

    /** Whether there is something newer in the database that cannot be served, and why. */
    Optional<Outdated> outdated() {
        return Optional.ofNullable(outdated.get());
    }

    /** What of the tables is not published. */
    List<String> notes() {
        return blueprint.notes();
    }

    /** When what is served was built. */
    Instant since() {
        return now().since();
    }

    /**
     * Builds a publication and throws it away: for a registering transaction, to learn before it commits what would not build.
     *
     * @return fails with a CONFLICT that says what is in the way
     */
    public Mono<Void> tryOut(Mono<Publication> publication) {
        return publication
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(next -> build.build(new PublishedQueries(next, limits, session), known))
                .onErrorMap(
                        failure -> failure instanceof Unpublishable || failure instanceof GraphQLException,
                        failure -> Refusal.of(ProblemCode.CONFLICT, String.valueOf(failure.getMessage())))
                .then();
    }

    private void swap(long ticket, Publication publication, long began) {
        Current before = current.get();
        if (before != null && before.queries().publication().equals(publication)) {
            return;
        }
        Made made = made(publication, known);
        Current next = new Current(ticket, Instant.now(), made.queries(), made.source(), made.operations());
        synchronized (swaps) {
            Current latest = current.get();
            if (latest == null || latest.ticket() < ticket) {
                current.set(next);
                swaps.tryEmitNext(next);
            }
        }
        LOG.info(
                "serving {} types and {} root fields, built in {} ms",
                publication.types().size(),
                publication.roots().size(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        rehearsal.begin();
    }

    private Made made(Publication publication, KnownTypes types) {
        PublishedQueries queries = new PublishedQueries(publication, limits, session);
        GraphQlSource source = build.build(queries, types);
        return new Made(
                queries,
                source,
                new Operations(
                        source.schema(),
                        publication,
                        build.selectors(publication),
                        build.ownSelectors(),
                        limits,
                        build::isOwn));
    }

    /** The hash of the SDL that is served, now and after each swap; never ends. */
    Flux<String> versions() {
        return swaps.asFlux()
                .onBackpressureLatest()
                .map(swapped -> SdlHash.of(swapped.source()))
                .distinctUntilChanged();
    }

    /** Answers what is published now; take it anew for each request. */
    public PublishedQueries queries() {
        return now().queries();
    }

    /** What answers without the engine, of what is published now; take it anew for each request. */
    Quick quick() {
        Current now = now();
        return new Quick(now.operations(), answers, now.queries().ownRows());
    }

    @Override
    public GraphQL graphQl() {
        return now().source().graphQl();
    }

    @Override
    public GraphQLSchema schema() {
        return now().source().schema();
    }

    @Override
    public void close() {
        rehearsal.close();
    }

    private Current now() {
        Current now = current.get();
        if (now == null) {
            throw new IllegalStateException("the subgraph is not built yet");
        }
        return now;
    }
}
