package io.weft.search;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.context.ContextSnapshot.Scope;
import io.micrometer.context.ContextSnapshotFactory;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/**
 * Asks a provider for the vectors of texts, by LangChain4j. Of what goes wrong, only the kind and the status are told or logged: providers
 * repeat keys in their errors.
 */
final class EmbeddingClient {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingClient.class);
    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().build();

    private final EmbeddingSettings settings;
    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("embeddings");
    private final Bulkhead bulkhead;
    private final Map<String, EmbeddingModel> models = new ConcurrentHashMap<>();

    EmbeddingClient(EmbeddingSettings settings) {
        this.settings = settings;
        this.bulkhead = Bulkhead.of(
                "embeddings",
                BulkheadConfig.custom().maxConcurrentCalls(settings.atOnce()).build());
    }

    /** The text's vector. Fails with a {@link Refusal} that says what went wrong. */
    Mono<List<Float>> embed(String model, String text) {
        return Mono.fromCallable(() -> ask(model, text))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Answer::vector)
                .timeout(settings.timeout())
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorResume(failure -> Mono.deferContextual(context -> Mono.error(refused(failure, context))));
    }

    /** What came of a call: a failure is a value, as nobody hears it where the caller has left meanwhile. */
    private sealed interface Answer {

        record Vector(List<Float> numbers) implements Answer {}

        record Failed(RuntimeException failure) implements Answer {}

        default Mono<List<Float>> vector() {
            return switch (this) {
                case Vector(List<Float> numbers) -> Mono.just(numbers);
                case Failed(RuntimeException failure) -> Mono.error(failure);
            };
        }
    }

    private Answer ask(String model, String text) {
        try {
            List<Float> numbers = models.computeIfAbsent(model, this::model)
                    .embed(text)
                    .content()
                    .vectorAsList();
            return numbers.isEmpty() ? new Answer.Failed(new NoVector()) : new Answer.Vector(numbers);
        } catch (RuntimeException failure) {
            return new Answer.Failed(failure);
        }
    }

    /** Local providers take HTTP/1.1: some lose the body of a request that offers to go on by HTTP/2. */
    private EmbeddingModel model(String name) {
        return OpenAiEmbeddingModel.builder()
                .httpClientBuilder(JdkHttpClient.builder()
                        .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)))
                .baseUrl(Objects.requireNonNull(settings.url(), "off").toString())
                .apiKey(settings.key())
                .modelName(name)
                .encodingFormat("float")
                .timeout(settings.timeout())
                .maxRetries(0)
                .build();
    }

    private Refusal refused(Throwable failure, ContextView context) {
        Throwable cause = cause(failure);
        try (Scope _ = SNAPSHOTS.setThreadLocalsFrom(context)) {
            LOG.warn("the embedding provider failed: {}", told(cause));
        }
        return Refusal.of(
                isTooLate(cause) ? ProblemCode.TIMEOUT : ProblemCode.UNAVAILABLE,
                "text: the embedding provider " + told(cause));
    }

    /** The failure itself, or what is known of HTTP behind it. */
    private static Throwable cause(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .filter(each -> each instanceof HttpException || each instanceof IOException)
                .filter(each -> !(each instanceof JacksonException))
                .findFirst()
                .orElse(failure);
    }

    private static boolean isTooLate(Throwable cause) {
        return cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
    }

    /** The answer is none to the question. */
    private static final class NoVector extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private String told(Throwable cause) {
        return switch (cause) {
            case HttpException answered -> "answered with status " + answered.statusCode();
            case Throwable _
            when isTooLate(cause) -> "took longer than " + settings.timeout().toMillis() + " ms";
            case CallNotPermittedException _ -> "failed too often and is left alone for a while";
            case BulkheadFullException _ -> "is busy: " + settings.atOnce() + " calls are under way";
            case IOException _ -> "cannot be reached";
            case RuntimeException _ -> "gave no vector in its answer";
            default -> "could not be asked: " + cause.getClass().getSimpleName();
        };
    }
}
