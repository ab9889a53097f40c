package io.weft.gateway.execution;

import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.execution.data.AnswerParser;
import io.weft.gateway.execution.data.JsonProblem;
import io.weft.gateway.execution.data.ObjectNode;
import io.weft.gateway.planning.plan.Fetch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * One run of a plan. Answers are parsed where they arrive and queued; whichever thread finds nobody at work takes the
 * queue's answers one after another, merges them and starts the fetches that were waiting for them. So the tree is
 * touched by one thread at a time, nobody waits for a lock, and a fetch starts when its own inputs are there.
 */
final class PlanRun {

    private final CompiledPlan plan;
    private final Variables variables;
    private final SubgraphHeaders headers;
    private final SharedCalls transport;
    private final Optional<KnownAnswers> before;
    private final MonoSink<Execution> sink;

    private final KnownAnswers known = new KnownAnswers();

    private final ObjectNode root;
    private final SubgraphErrors subgraphErrors;
    private final int[] waitingFor;
    private final List<ResponseError>[] errors;
    private final Set<ObjectNode> missing = Collections.newSetFromMap(new IdentityHashMap<>());
    private int unfinished;

    private final List<PrefetchRun> prefetched = new CopyOnWriteArrayList<>();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger work = new AtomicInteger();
    private final Disposable.Composite calls = Disposables.composite();

    /** @param parsed null where there is nothing to parse */
    private record Arrival(RequestRun request, Response response, AnswerParser.@Nullable Parsed parsed) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    PlanRun(
            CompiledPlan plan,
            Variables variables,
            SubgraphHeaders headers,
            SharedCalls transport,
            Optional<KnownAnswers> before,
            MonoSink<Execution> sink) {
        this.plan = plan;
        this.variables = variables;
        this.headers = headers;
        this.transport = transport;
        this.before = before;
        this.sink = sink;
        this.root = new ObjectNode(plan.layout());
        this.subgraphErrors = new SubgraphErrors(plan, variables, root);
        this.waitingFor =
                plan.fetches().stream().mapToInt(CompiledFetch::waitsFor).toArray();
        this.errors = new List[plan.fetches().size()];
        Arrays.setAll(errors, fetch -> new ArrayList<>());
        this.unfinished = plan.fetches().size();
    }

    void start() {
        sink.onDispose(calls);
        work.set(1);
        try {
            start(plan.fetches().stream().filter(fetch -> fetch.waitsFor() == 0).toList());
        } catch (RuntimeException e) {
            fail(e);
        }
        mergeArrivals();
    }

    /** @param event answers the first fetch, which is not asked */
    void start(Response.Answered event) {
        sink.onDispose(calls);
        FetchRun source = FetchRun.gather(plan.fetches().getFirst(), root, variables);
        arrive(source.requests().getFirst(), event);
    }

    /** To be called by whoever holds {@link #work}; lets go of it only when the queue is empty. */
    private void mergeArrivals() {
        int seen = 1;
        while (seen > 0) {
            for (Arrival arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
                try {
                    merge(arrival);
                    FetchRun run = arrival.request().run();
                    start(run.isLastAnswer() ? released(run.fetch()) : List.of());
                } catch (RuntimeException e) {
                    fail(e);
                }
            }
            seen = work.addAndGet(-seen);
        }
    }

    private void start(Collection<CompiledFetch> first) {
        Queue<CompiledFetch> ready = new ArrayDeque<>(first);
        for (CompiledFetch fetch = ready.poll(); fetch != null; fetch = ready.poll()) {
            LocalFetch local = fetch.local();
            if (local != null) {
                fill(fetch, local);
                ready.addAll(released(fetch));
                continue;
            }
            FetchRun run = FetchRun.gather(fetch, root, variables);
            errors[fetch.index()].addAll(subgraphErrors.unfit(run));
            run.requests().forEach(this::send);
            if (run.requests().isEmpty()) {
                ready.addAll(released(fetch));
            }
        }
        if (unfinished == 0) {
            sink.success(new Execution(
                    root, Arrays.stream(errors).flatMap(List::stream).toList(), missing, known));
        }
    }

    private void fill(CompiledFetch fetch, LocalFetch local) {
        if (fetch.fetch().when().holds(variables::isTrue)) {
            local.fill(root, variables)
                    .forEach(unfit -> errors[fetch.index()].addAll(subgraphErrors.unfit(fetch, unfit)));
        }
    }

    /** The fetches that were waiting for this one only. */
    private List<CompiledFetch> released(CompiledFetch finished) {
        unfinished--;
        List<CompiledFetch> released = new ArrayList<>();
        for (int dependent : finished.dependents()) {
            if (--waitingFor[dependent] == 0) {
                released.add(plan.fetches().get(dependent));
            }
        }
        return released;
    }

    private void send(RequestRun run) {
        Mono<Response> planned = Mono.defer(() -> response(run));
        Mono<Response> response = prefetched.stream()
                .flatMap(ahead -> ahead.answer(run).stream())
                .findFirst()
                .map(ahead -> ahead.switchIfEmpty(planned))
                .orElse(planned);
        calls.add(response.contextWrite(sink.contextView()).subscribe(answer -> arrive(run, answer), this::fail));
    }

    private Mono<Response> response(RequestRun run) {
        Fetch fetch = run.fetch().fetch();
        SubgraphTransport.Request request = new SubgraphTransport.Request(
                fetch.subgraph(),
                run.fetch().url(),
                fetch.kind(),
                run.body(variables),
                headers.of(fetch.subgraph()),
                fetch.operationName());
        return before.flatMap(answers -> answers.answer(request))
                .map(Mono::just)
                .orElseGet(() -> asked(request, run.fetch()))
                .doOnNext(response -> known.answered(request, response))
                .single();
    }

    private Mono<Response> asked(SubgraphTransport.Request request, CompiledFetch fetch) {
        return plan.inProcess(request.subgraph())
                .map(own -> own.answer(request, headers, prefetch(fetch)))
                .orElseGet(() -> transport.send(request, headers.caller()));
    }

    private Prefetch prefetch(CompiledFetch fetch) {
        List<CompiledPrefetch> known = plan.prefetches(fetch);
        if (known.isEmpty()) {
            return Prefetch.NONE;
        }
        PrefetchRun ahead = new PrefetchRun(known, variables, this::begun);
        prefetched.add(ahead);
        return ahead;
    }

    /** Under way whether anybody waits for it yet or not, until the run is over. */
    private Mono<Response> begun(RequestRun run) {
        Mono<Response> response = response(run).contextWrite(sink.contextView()).cache();
        calls.add(response.subscribe(_ -> {}, this::fail));
        return response;
    }

    private void arrive(RequestRun run, Response response) {
        AnswerParser.Parsed parsed = switch (response) {
            case Response.Answered(int status, byte[] body, var _) ->
                AnswerParser.parse(body, run.fetch().answer());
            case Response.Failed failed -> null;
        };
        arrivals.add(new Arrival(run, response, parsed));
        if (work.getAndIncrement() == 0) {
            mergeArrivals();
        }
    }

    private void merge(Arrival arrival) {
        RequestRun run = arrival.request();
        if (!hasData(arrival)) {
            known.failed(run.fetch().fetch().subgraph(), arrival.response());
        }
        errors[run.fetch().index()].addAll(
                switch (arrival.response()) {
                    case Response.Failed(var reason, String message) ->
                        subgraphErrors.failed(run, ErrorCode.of(reason), message);
                    case Response.Answered(int status, byte[] body, var _) ->
                        merge(run, status, Objects.requireNonNull(arrival.parsed()));
                });
    }

    private static boolean hasData(Arrival arrival) {
        return arrival.parsed() instanceof AnswerParser.Answer(var data, var ignored)
                && data.filter(ObjectNode.class::isInstance).isPresent();
    }

    private List<ResponseError> merge(RequestRun run, int status, AnswerParser.Parsed parsed) {
        return switch (parsed) {
            case JsonProblem problem -> invalid(run, status, "it is not the JSON of an answer: " + problem);
            case AnswerParser.Answer(var data, var errors) -> {
                Optional<ObjectNode> object =
                        data.filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
                List<ResponseError> found = new ArrayList<>();
                Optional<List<SubgraphError>> told = errors.flatMap(
                        list -> SubgraphError.read(list, run.fetch().answer()));
                object.ifPresent(answer -> run.merge(answer, root, errors.isPresent(), missing::add)
                        .forEach(problem -> found.addAll(invalid(run, status, problem))));
                told.ifPresent(list -> {
                    list.forEach(error -> run.markFailed(error.path(), root));
                    found.addAll(subgraphErrors.answered(run, list));
                });
                if (errors.isPresent() && told.isEmpty()) {
                    found.addAll(invalid(run, status, "\"errors\" is not a list of errors"));
                }
                if (found.isEmpty() && object.isEmpty()) {
                    found.addAll(invalid(run, status, "it has neither data nor errors"));
                }
                yield found;
            }
        };
    }

    private List<ResponseError> invalid(RequestRun run, int status, String why) {
        return subgraphErrors.failed(run, ErrorCode.SUBGRAPH_INVALID_ANSWER, invalidMessage(run, status, why));
    }

    private List<ResponseError> invalid(RequestRun run, int status, RequestRun.Problem problem) {
        return subgraphErrors.failed(
                run, problem, ErrorCode.SUBGRAPH_INVALID_ANSWER, invalidMessage(run, status, problem.why()));
    }

    private static String invalidMessage(RequestRun run, int status, String why) {
        String withStatus = status == 200 ? "" : " with HTTP status " + status;
        return "The subgraph '" + run.fetch().fetch().subgraph() + "' answered" + withStatus + ", but " + why + ".";
    }

    /** Something that must not happen; the request fails as a whole. */
    private void fail(Throwable bug) {
        calls.dispose();
        sink.error(bug);
    }
}
