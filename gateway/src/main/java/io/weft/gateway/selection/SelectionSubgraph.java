package io.weft.gateway.selection;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.execution.AsyncExecutionStrategy;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactories;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLObjectType;
import io.weft.gateway.execution.InProcessSubgraph;
import io.weft.gateway.execution.Prefetch;
import io.weft.gateway.execution.SubgraphHeaders;
import io.weft.gateway.execution.SubgraphTransport;
import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.supergraph.EntitySelection;
import io.weft.gateway.supergraph.SelectionWithin;
import io.weft.gateway.supergraph.Selections;
import io.weft.schema.RefuseNulls;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway as a subgraph: answers with the keys of what matches over several subgraphs. What it answers is small, keys
 * and counts, so GraphQL for Java executes it; what is behind the keys never comes by here. Safe for use by many threads.
 */
public final class SelectionSubgraph implements InProcessSubgraph {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DOCUMENTS_KEPT = 1_000;

    private final GraphQL graphQl;
    private final SubgraphTransport transport;
    private final SelectionSettings settings;
    private final ObserveSelections observer;
    private final Remembered.OfAll remembered;

    /** @param transport to the subgraphs that are selected from */
    public SelectionSubgraph(
            Selections selections,
            SubgraphTransport transport,
            SelectionSettings settings,
            ObserveSelections observer) {
        this.observer = observer;
        this.transport = transport;
        this.settings = settings;
        this.remembered = new Remembered.OfAll(settings.keptAnswers());
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();
        code.defaultDataFetcher(DataFetcherFactories.useDataFetcher(AnswerFields::ofMap));
        for (EntitySelection selection : selections.entities()) {
            AnswerFields answer = new AnswerFields(selection, settings);
            code.dataFetcher(FieldCoordinates.coordinates("Query", selection.field()), (DataFetcher<?>) answer::root);
            for (SelectionWithin within : selection.within()) {
                code.dataFetcher(FieldCoordinates.coordinates(within.type(), within.field()), (DataFetcher<?>)
                        environment -> answer.within(environment, within));
            }
            String connection = selection.entity() + "Connection";
            answer.ofConnection()
                    .forEach((field, fetcher) ->
                            code.dataFetcher(FieldCoordinates.coordinates(connection, field), fetcher));
        }
        code.dataFetcher(FieldCoordinates.coordinates("Query", "_entities"), (DataFetcher<?>)
                environment -> environment.getArgument("representations"));
        code.typeResolver("_Entity", SelectionSubgraph::typeOf);
        this.graphQl = GraphQL.newGraphQL(selections.schema().apply(code.build()))
                .queryExecutionStrategy(new AsyncExecutionStrategy(new TellFailures()))
                .preparsedDocumentProvider(new PreparedDocuments(DOCUMENTS_KEPT))
                .instrumentation(new RefuseNulls())
                .build();
    }

    @Override
    public Mono<Response> answer(Request request, SubgraphHeaders headers, Prefetch prefetch) {
        return Mono.deferContextual(context -> {
            Sinks.Empty<Void> over = Sinks.empty();
            SelectionSettings used = context.<Strategy>getOrEmpty(Strategy.class)
                    .map(settings::by)
                    .orElse(settings);
            Remembered ofCaller = remembered.of(headers.caller());
            Flow flow = new Flow(
                    scope -> new AskSelectors(
                            scope,
                            new SendSelector(transport, headers, request.operationName(), ofCaller.kept()),
                            used,
                            over.asMono()),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    context,
                    over.asMono(),
                    prefetch,
                    used,
                    ofCaller);
            return Mono.fromFuture(() -> graphQl.executeAsync(input(request.body(), flow)))
                    .<Response>map(result -> new Response.Answered(200, WriteAnswer.written(result, flow)))
                    .doOnNext(response -> flow.runs()
                            .forEach((field, runs) -> observer.selected(context, SelectionReport.of(field, runs))))
                    .doFinally(signal -> over.tryEmitEmpty());
        });
    }

    private static ExecutionInput input(byte[] body, Flow flow) {
        Map<?, ?> read = JSON.readValue(body, Map.class);
        @SuppressWarnings("unchecked") // a JSON object's keys are strings
        Map<String, Object> variables =
                read.get("variables") instanceof Map<?, ?> given ? (Map<String, Object>) given : Map.of();
        return ExecutionInput.newExecutionInput(String.valueOf(read.get("query")))
                .variables(variables)
                .graphQLContext(Map.of(Flow.class, flow))
                .build();
    }

    private static GraphQLObjectType typeOf(TypeResolutionEnvironment environment) {
        String name =
                environment.getObject() instanceof Map<?, ?> object ? String.valueOf(object.get("__typename")) : "";
        return environment.getSchema().getObjectType(name);
    }

    static Flow flow(DataFetchingEnvironment environment) {
        return Optional.ofNullable(environment.getGraphQlContext().<Flow>get(Flow.class))
                .orElseThrow(() -> new IllegalStateException("executed by somebody else"));
    }
}
