package io.weft.gateway.translation;

import io.weft.gateway.planning.plan.Fetch;
import java.util.List;
import java.util.Objects;

/**
 * A fetch as the service is asked.
 *
 * @param request the fetch in the service's terms; its calls stand for those of the fetch, one for one
 * @param answers by call: where the answer to its selections goes
 */
public record TranslatedFetch(Fetch request, List<List<Answered>> answers) {
    public TranslatedFetch {
        Objects.requireNonNull(request);
        answers = answers.stream().map(List::copyOf).toList();
    }
}
