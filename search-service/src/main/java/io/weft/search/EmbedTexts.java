package io.weft.search;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.weft.postgres.problem.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Vectors of texts, each asked of the provider once and then remembered for a while. */
@Component
final class EmbedTexts {

    private record Asked(String model, String text) {}

    private final EmbeddingSettings settings;
    private final EmbeddingClient client;
    private final AsyncCache<Asked, List<Float>> known;

    EmbedTexts(SearchSettings settings) {
        this.settings = settings.embeddings();
        this.client = new EmbeddingClient(this.settings);
        this.known =
                Caffeine.newBuilder().maximumSize(this.settings.remembered()).buildAsync();
    }

    /** The vectors of those that are given by a text. @throws Refusal if that is not configured */
    Mono<Map<SimilarTo, List<Float>>> embed(Collection<SimilarTo> wanted) {
        return Flux.fromIterable(wanted)
                .filter(to -> to.text() != null)
                .distinct()
                .concatMap(to -> embed(to.vector(), String.valueOf(to.text())).map(vector -> Map.entry(to, vector)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The vector of a text for a named vector. */
    Mono<List<Float>> embed(String vector, String text) {
        return Mono.deferContextual(context -> {
            String model = model(vector);
            if (text.isBlank() || text.length() > settings.longestText()) {
                throw Refusal.input("text: must have 1 to " + settings.longestText() + " characters, not all blank");
            }
            return Mono.fromFuture(
                    known.get(
                            new Asked(model, text),
                            // A future knows nothing of who asks, and the line about a failure says it.
                            (asked, _) -> client.embed(asked.model(), asked.text())
                                    .contextWrite(context)
                                    .toFuture()),
                    true);
        });
    }

    private String model(String vector) {
        if (settings.url() == null) {
            throw Refusal.input(
                    "text: this archive has no embedding provider, so a vector must be given by its numbers or by a record;"
                            + " whoever runs it can name one by weft.search.embeddings.url");
        }
        String model = settings.models().get(vector);
        if (model == null) {
            throw Refusal.input("text: no model is configured for the vector \"" + vector
                    + "\"; whoever runs the archive can name one by weft.search.embeddings.models." + vector
                    + ". There are models for "
                    + settings.models().keySet().stream().sorted().toList());
        }
        return model;
    }
}
