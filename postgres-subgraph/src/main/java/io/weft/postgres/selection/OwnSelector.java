package io.weft.postgres.selection;

import io.weft.contracts.Principal;
import io.weft.postgres.sql.Wanted;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A selector's root field that a service answers by SQL of its own. Its definition stands in the service's SDL; a service declares a bean of each. */
public interface OwnSelector {

    /** The field of Query. */
    String fieldName();

    /**
     * What is found. Fails with a {@link io.weft.postgres.problem.Refusal} for what is asked wrongly.
     *
     * @param arguments as GraphQL coerces them
     * @param wanted    what of the answer is read
     * @param place     the field, for errors
     */
    Mono<Selection> select(
            Principal principal, Map<String, @Nullable Object> arguments, Set<Wanted> wanted, String place);
}
