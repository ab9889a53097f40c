package io.weft.gateway.stitching;

import java.util.Objects;

/** What the stitching directives are called in a service's SDL, without {@code @}. */
public record DirectiveNames(String key, String merge, String computed, String canonical) {

    public static final DirectiveNames USUAL = new DirectiveNames("key", "merge", "computed", "canonical");

    public DirectiveNames {
        Objects.requireNonNull(key);
        Objects.requireNonNull(merge);
        Objects.requireNonNull(computed);
        Objects.requireNonNull(canonical);
    }
}
