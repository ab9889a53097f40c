package io.weft.search;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST …/embeddings} as OpenAI defines it. Of what goes wrong, only the kind and the status are told or logged: providers repeat keys in
 * their errors.
 */
final class EmbeddingClient {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingClient.class);
    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().build();
    private static final int LARGEST_ANSWER = 4 << 20;

    private final EmbeddingSettings settings;
    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("embeddings");
    private final Bulkhead bulkhead;
    private final WebClient provider = WebClient.builder()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
            .build();

    EmbeddingClient(EmbeddingSettings settings) {
        this.settings = settings;
        this.bulkhead = Bulkhead.of(
                "embeddings",
                BulkheadConfig.custom().maxConcurrentCalls(settings.atOnce()).build());
    }

    /** The text's vector. Fails with a {@link Refusal} that says what went wrong. */
    Mono<List<Float>> embed(String model, String text) {
        return call(Map.of("model", model, "input", text, "encoding_format", "float"))
                .map(EmbeddingClient::vector)
                .timeout(settings.timeout())
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorResume(failure -> Mono.deferContextual(context -> Mono.error(refused(failure, context))));
    }

    private Refusal refused(Throwable failure, ContextView context) {
        try (Scope _ = SNAPSHOTS.setThreadLocalsFrom(context)) {
            LOG.warn("the embedding provider failed: {}", told(failure));
        }
        return Refusal.of(
                failure instanceof TimeoutException ? ProblemCode.TIMEOUT : ProblemCode.UNAVAILABLE,
                "text: the embedding provider " + told(failure));
    }

    private Mono<String> call(Map<String, String> body) {
        return provider.post()
                .uri(Objects.requireNonNull(settings.url(), "off") + "/embeddings")
                .headers(this::authorize)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(JsonMapper.shared().writeValueAsString(body))
                .retrieve()
                .bodyToMono(String.class);
    }

    private void authorize(HttpHeaders headers) {
        if (settings.key() != null) {
            headers.setBearerAuth(settings.key());
        }
    }

    private static List<Float> vector(String answer) {
        JsonNode numbers = JsonMapper.shared().readTree(answer).at("/data/0/embedding");
        if (!numbers.isArray() || numbers.isEmpty()) {
            throw new NoVector();
        }
        List<Float> vector = new ArrayList<>();
        for (JsonNode number : numbers) {
            if (!number.isNumber()) {
                throw new NoVector();
            }
            vector.add(number.floatValue());
        }
        return vector;
    }

    /** The answer is none to the question. */
    private static final class NoVector extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private String told(Throwable failure) {
        return switch (failure) {
            case WebClientResponseException answered ->
                "answered with status " + answered.getStatusCode().value();
            case TimeoutException _ -> "took longer than " + settings.timeout().toMillis() + " ms";
            case CallNotPermittedException _ -> "failed too often and is left alone for a while";
            case BulkheadFullException _ -> "is busy: " + settings.atOnce() + " calls are under way";
            case NoVector _, JacksonException _ -> "gave no vector in its answer";
            case WebClientRequestException _ -> "cannot be reached";
            default -> "could not be asked: " + failure.getClass().getSimpleName();
        };
    }
}
