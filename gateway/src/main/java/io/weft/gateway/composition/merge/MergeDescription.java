package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.schema.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The description most subgraphs give; among equals, the first. */
final class MergeDescription {

    private MergeDescription() {}

    static <E extends Element> Optional<String> of(List<Part<E>> parts) {
        if (parts.size() == 1) {
            return parts.getFirst().element().description();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Part<E> part : parts) {
            part.element()
                    .description()
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> counts.merge(text, 1, Integer::sum));
        }
        Optional<String> best = Optional.empty();
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = Optional.of(entry.getKey());
            }
        }
        return best;
    }
}
