package io.weft.postgres.serving;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds entities of a type that the service answers by itself instead of the library. */
public interface EntityFetcher {

    String typeName();

    /** One answer per representation, in their order, null where there is none. */
    Mono<? extends List<? extends @Nullable Object>> fetch(
            List<Map<String, Object>> representations, DataFetchingEnvironment environment);
}
