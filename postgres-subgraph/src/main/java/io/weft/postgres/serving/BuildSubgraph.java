package io.weft.postgres.serving;

import com.github.benmanes.caffeine.cache.AsyncCache;
import graphql.GraphQL;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import io.weft.contracts.SharedSdl;
import io.weft.http.server.Caches;
import io.weft.postgres.executable.AssembleSchema;
import io.weft.postgres.executable.KnownTypes;
import io.weft.postgres.schema.EnumNames;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Root;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.schema.Write;
import io.weft.postgres.schema.WriteSdl;
import io.weft.postgres.selection.OwnSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.sql.Row;
import io.weft.postgres.sql.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.GraphQlSource;
import reactor.core.publisher.Mono;

/** What is published in, an executable subgraph out. The service's own SDL and fetchers are the same for every build. */
final class BuildSubgraph {

    private static final int DOCUMENTS_KEPT = 1000;
    private static final TypeResolver BY_ROW = environment -> {
        Object source = environment.getObject();
        String name =
                source instanceof Row row ? row.typeName() : source.getClass().getSimpleName();
        return environment.getSchema().getObjectType(name);
    };

    private static final Pattern HAS_MUTATION = Pattern.compile("(?m)^type Mutation\\b");

    private final ParseDefinitions parse = new ParseDefinitions();
    private final String ownSdl;
    private final RuntimeWiring ownWiring;
    private final Map<String, EntityFetcher> ownEntities;
    private final List<DataFetcherExceptionResolver> resolvers;
    private final List<Instrumentation> instrumentation;
    private final Function<Publication, List<Selector>> selectors;
    private final List<OwnSelector> ownSelectors;

    BuildSubgraph(
            String ownSdl,
            RuntimeWiring ownWiring,
            List<EntityFetcher> ownEntities,
            List<DataFetcherExceptionResolver> resolvers,
            List<Instrumentation> instrumentation,
            Function<Publication, List<Selector>> selectors,
            List<OwnSelector> ownSelectors) {
        this.selectors = selectors;
        this.ownSelectors = List.copyOf(ownSelectors);
        this.ownSdl = ownSdl;
        this.ownWiring = ownWiring;
        this.ownEntities = new HashMap<>();
        ownEntities.forEach(fetcher -> this.ownEntities.put(fetcher.typeName(), fetcher));
        this.resolvers = resolvers;
        this.instrumentation = instrumentation;
    }

    /** @param known the types of the subgraph before; of this one afterwards */
    GraphQlSource build(PublishedQueries queries, KnownTypes known) {
        String sdl = sdl(queries);
        RuntimeWiring.Builder wiring = wiring(queries, sdl);
        TypeDefinitionRegistry registry = Federated.registry(parse.parse(sdl), wiring);
        AssembleSchema assemble = new AssembleSchema(registry, wiring.build());
        // Parsed and validated documents belong to one schema, so each build has its own cache.
        AsyncCache<String, PreparsedDocumentEntry> documents =
                Caches.builder().maximumSize(DOCUMENTS_KEPT).buildAsync();
        return GraphQlSource.builder(assemble.frame())
                .exceptionResolvers(resolvers)
                .instrumentation(instrumentation)
                .configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider((input, parse) -> documents.get(
                        input.getQuery(), (_, _) -> CompletableFuture.completedFuture(parse.apply(input)))))
                // Spring decorates fetchers by walking the schema from its root: that of those fields which have one is
                // small.
                .graphQlSourceFactory(
                        (graphQl, frame) -> filled(graphQl, assemble.fill(frame, ReadRowField.INSTANCE, known)))
                .build();
    }

    private static GraphQlSource filled(GraphQL frame, GraphQLSchema schema) {
        GraphQL whole = frame.transform(builder -> builder.schema(schema));
        return new GraphQlSource() {
            @Override
            public GraphQL graphQl() {
                return whole;
            }

            @Override
            public GraphQLSchema schema() {
                return schema;
            }
        };
    }

    /** What is offered for selection of what is published. */
    List<Selector> selectors(Publication publication) {
        return selectors.apply(publication);
    }

    /** What the service offers for selection besides. */
    List<OwnSelector> ownSelectors() {
        return ownSelectors;
    }

    /** Whether the service itself fetches a field, not the library. */
    boolean isOwn(String typeName, String fieldName) {
        return ownWiring.getDataFetchers().getOrDefault(typeName, Map.of()).containsKey(fieldName);
    }

    private String sdl(PublishedQueries queries) {
        List<Selector> offered = selectors.apply(queries.publication());
        return SharedSdl.FEDERATION_LINK
                + "\n"
                + SharedSdl.SCALARS
                + "\n"
                + (offered.isEmpty() && !ownSdl.contains("@selector(") ? "" : SharedSdl.SELECTION + "\n")
                + (HAS_MUTATION.matcher(ownSdl).find()
                        ? WriteSdl.beside(queries.publication(), offered)
                        : WriteSdl.write(queries.publication(), offered))
                + "\n"
                + ownSdl;
    }

    private static Mono<Selection> selection(OwnSelector selector, DataFetchingEnvironment environment) {
        return CurrentPrincipal.get()
                .flatMap(principal -> selector.select(
                        principal,
                        environment.getArguments(),
                        Wanted.of(environment.getSelectionSet().getImmediateFields()),
                        environment.getField().getName()));
    }

    @SuppressWarnings("rawtypes") // as GraphQL for Java hands them out
    private RuntimeWiring.Builder wiring(PublishedQueries queries, String sdl) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        Scalars.OF_VALUES.forEach(wiring::scalar);
        wiring.scalar(SetOfKeys.scalar(queries.limits().keys()));
        queries.publication().enumerations().forEach((name, type) -> {
            Map<String, String> labels = EnumNames.labels(type);
            wiring.type(TypeRuntimeWiring.newTypeWiring(name).enumValues(labels::get));
        });
        Map<String, Map<String, DataFetcher>> fetchers = new HashMap<>();
        ownWiring
                .getDataFetchers()
                .forEach((type, fields) ->
                        fetchers.computeIfAbsent(type, _ -> new HashMap<>()).putAll(fields));
        for (Root root : queries.publication().roots()) {
            DataFetcher<?> fetcher =
                    environment -> TriedBefore.orElse(environment, () -> queries.root(root, environment));
            fetchers.computeIfAbsent("Query", _ -> new HashMap<>()).put(root.name(), fetcher);
        }
        for (Write write : queries.publication().writes()) {
            DataFetcher<?> fetcher =
                    environment -> ClientPresence.whilePresent(environment, queries.write(write, environment));
            fetchers.computeIfAbsent("Mutation", _ -> new HashMap<>()).put(write.name(), fetcher);
        }
        for (Selector selector : selectors.apply(queries.publication())) {
            DataFetcher<?> fetcher =
                    environment -> TriedBefore.orElse(environment, () -> queries.selection(selector, environment));
            fetchers.computeIfAbsent("Query", _ -> new HashMap<>()).put(selector.fieldName(), fetcher);
        }
        for (OwnSelector selector : ownSelectors) {
            DataFetcher<?> fetcher =
                    environment -> TriedBefore.orElse(environment, () -> selection(selector, environment));
            fetchers.computeIfAbsent("Query", _ -> new HashMap<>()).put(selector.fieldName(), fetcher);
        }
        DataFetcher<?> service = _ -> Map.of("sdl", sdl);
        fetchers.computeIfAbsent("Query", _ -> new HashMap<>()).put("_service", service);
        fetchers.computeIfAbsent("Query", _ -> new HashMap<>())
                .put(Federated.ENTITIES, new FetchEntities(queries, ownEntities));
        wiring.type(TypeRuntimeWiring.newTypeWiring("_Entity").typeResolver(BY_ROW));
        fetchers.forEach((type, fields) ->
                wiring.type(TypeRuntimeWiring.newTypeWiring(type).dataFetchers(fields)));
        ownWiring
                .getTypeResolvers()
                .forEach((type, resolver) ->
                        wiring.type(TypeRuntimeWiring.newTypeWiring(type).typeResolver(resolver)));
        return wiring;
    }
}
