package io.weft.gateway.selection;

import com.github.benmanes.caffeine.cache.AsyncCache;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import io.weft.http.server.Caches;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Documents that were parsed and validated before. A plan's requests are few, and the same again and again. */
final class PreparedDocuments implements PreparsedDocumentProvider {

    private final AsyncCache<String, PreparsedDocumentEntry> documents;

    PreparedDocuments(int kept) {
        this.documents = Caches.builder().maximumSize(kept).buildAsync();
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        return documents.get(
                input.getQuery(), (text, executor) -> CompletableFuture.completedFuture(parse.apply(input)));
    }
}
