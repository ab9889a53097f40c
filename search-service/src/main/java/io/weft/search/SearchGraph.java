package io.weft.search;

import graphql.schema.DataFetchingEnvironment;
import io.weft.contracts.ParsedSrn;
import io.weft.contracts.Srn;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.serving.CurrentPrincipal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** The fields of search.graphqls: arguments in, the work's answer out. */
@Controller
class SearchGraph {

    /** What null means, as if nothing were said; the schema has the same. */
    private static final String LANGUAGE = "english";

    private static final int HITS = 20;
    private static final int NEAREST = 10;

    private final SearchText text;
    private final FindNearest nearest;
    private final ReadIndexed indexed;
    private final IndexRecords index;
    private final Registry registry;
    private final BatchedFields batched;
    private final EmbedTexts texts;

    SearchGraph(
            SearchText text,
            FindNearest nearest,
            ReadIndexed indexed,
            IndexRecords index,
            Registry registry,
            BatchedFields batched,
            EmbedTexts texts) {
        this.texts = texts;
        this.text = text;
        this.nearest = nearest;
        this.indexed = indexed;
        this.index = index;
        this.registry = registry;
        this.batched = batched;
    }

    /** The GraphQL type of this name. */
    record IndexSummary(long records) {}

    @QueryMapping
    Mono<SearchText.Hits> searchRecords(
            @Argument("text") String words,
            @Argument @Nullable String language,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        Set<SearchText.Extra> extras = EnumSet.noneOf(SearchText.Extra.class);
        if (environment.getSelectionSet().contains("totalCount")) {
            extras.add(SearchText.Extra.TOTAL);
        }
        if (environment.getSelectionSet().contains("edges/snippet")) {
            extras.add(SearchText.Extra.SNIPPETS);
        }
        return CurrentPrincipal.get()
                .flatMap(principal -> text.search(
                        principal,
                        words,
                        Objects.requireNonNullElse(language, LANGUAGE),
                        Objects.requireNonNullElse(first, HITS),
                        after,
                        extras));
    }

    @QueryMapping
    Mono<FindNearest.Nearest> nearestRecords(
            @Argument String vector, @Argument Map<String, Object> to, @Argument @Nullable Integer first) {
        return CurrentPrincipal.get()
                .flatMap(principal -> target(vector, to)
                        .flatMap(target ->
                                nearest.find(principal, vector, target, Objects.requireNonNullElse(first, NEAREST))));
    }

    @QueryMapping
    Mono<Collection<NamedVector>> namedVectors() {
        return registry.all().map(Map::values);
    }

    @MutationMapping
    Mono<NamedVector> registerVector(@Argument NamedVector input) {
        return CurrentPrincipal.get().flatMap(principal -> registry.register(principal, input));
    }

    @MutationMapping
    Mono<IndexSummary> indexRecords(@Argument List<Map<String, Object>> input) {
        return CurrentPrincipal.get()
                .flatMap(principal -> index.index(principal, Lines.ofArgument("input", input)))
                .map(summary -> new IndexSummary(summary.lines()));
    }

    @BatchMapping(typeName = "Record", field = "search")
    Mono<Map<Record, ReadIndexed.Indexed>> search(List<Record> records) {
        return CurrentPrincipal.get().flatMap(principal -> indexed.read(principal, records));
    }

    @SchemaMapping(typeName = "RecordSearch")
    CompletableFuture<@Nullable List<Float>> vector(
            ReadIndexed.Indexed source, @Argument String name, DataFetchingEnvironment environment) {
        return batched.vector(environment, source.record(), name);
    }

    @SchemaMapping(typeName = "RecordSearch")
    CompletableFuture<FindNearest.Nearest> similar(
            ReadIndexed.Indexed source,
            @Argument String vector,
            @Argument @Nullable Integer first,
            DataFetchingEnvironment environment) {
        return batched.similar(environment, source.record(), vector, Objects.requireNonNullElse(first, NEAREST));
    }

    private Mono<FindNearest.Target> target(String vector, Map<String, Object> to) {
        if (to.values().stream().filter(Objects::nonNull).count() != 1) {
            throw Refusal.input("to needs exactly one of vector, record and text");
        }
        if (to.get("text") instanceof String text) {
            return texts.embed(vector, text).map(FindNearest.Target.ToVector::new);
        }
        if (to.get("vector") instanceof List<?> numbers) {
            return Mono.just(new FindNearest.Target.ToVector(
                    numbers.stream().map(Number.class::cast).toList()));
        }
        return switch (Srn.parse(String.valueOf(to.get("record")))) {
            case ParsedSrn.Valid(Srn srn)
            when srn.type() == Srn.Type.REC -> Mono.just(new FindNearest.Target.ToRecord(srn));
            case ParsedSrn.Valid(Srn srn) ->
                throw Refusal.input("to.record: " + srn + " names no record but a "
                        + srn.type().text());
            case ParsedSrn.Invalid invalid -> throw Refusal.input("to.record: " + invalid.message());
        };
    }
}
