package io.weft.gateway.document;

import java.util.Objects;
import java.util.Optional;

/** An inline fragment; without a type condition it only carries {@code @skip} or {@code @include}. */
public record InlineFragment(Optional<String> typeCondition, Conditions conditions, SelectionSet selections)
        implements Selection {

    public InlineFragment {
        Objects.requireNonNull(typeCondition);
        Objects.requireNonNull(conditions);
        Objects.requireNonNull(selections);
    }
}
