package io.weft.search;

import io.weft.postgres.session.Transaction;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The registered vectors and the languages of the database, as they were read last. They are read again where a question names one that is not
 * known: a vector that is registered stays as it is.
 */
@Component
final class KnownNames {

    private volatile Names last = new Names(Map.of(), Set.of());

    record Names(Map<String, NamedVector> vectors, Set<String> languages) {
        Names {
            languages = Set.copyOf(languages);
        }
    }

    /**
     * What is known, if that is all that is named.
     *
     * @param asked the arguments that name languages, as {@code language}
     */
    Optional<Names> of(Collection<SimilarTo> vectors, Collection<?> asked) {
        Names known = last;
        Set<String> languages = new HashSet<>();
        asked.forEach(each -> languages(each, languages));
        return known.languages().containsAll(languages)
                        && vectors.stream().allMatch(to -> known.vectors().containsKey(to.vector()))
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The same, read where it is not known: what is not among these is nowhere. */
    Mono<Names> of(Transaction transaction, Collection<SimilarTo> vectors, Collection<?> asked) {
        return of(vectors, asked)
                .map(Mono::just)
                .orElseGet(() -> read(transaction).doOnNext(names -> last = names));
    }

    private static Mono<Names> read(Transaction transaction) {
        return Registry.all(transaction)
                .flatMap(
                        vectors -> IndexRecords.languages(transaction).map(languages -> new Names(vectors, languages)));
    }

    private static void languages(@Nullable Object value, Set<String> named) {
        switch (value) {
            case Map<?, ?> fields ->
                fields.forEach((name, field) -> {
                    if (Objects.equals(name, "language")) {
                        named.add(String.valueOf(field));
                    } else {
                        languages(field, named);
                    }
                });
            case Collection<?> all -> all.forEach(each -> languages(each, named));
            case null, default -> {}
        }
    }
}
