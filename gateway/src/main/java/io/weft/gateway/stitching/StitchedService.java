package io.weft.gateway.stitching;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How the types of a service that knows nothing of federation are merged with those of other services.
 *
 * @param merge      by type's name: what is configured. The service's SDL may say more, by directives
 * @param directives what the directives are called in the service's SDL
 */
public record StitchedService(Map<String, MergedType> merge, DirectiveNames directives) {

    /** Nothing is configured: what there is stands in the SDL. */
    public static final StitchedService PLAIN = new StitchedService(Map.of(), DirectiveNames.USUAL);

    public StitchedService {
        merge = Collections.unmodifiableMap(new LinkedHashMap<>(merge));
        Objects.requireNonNull(directives);
    }
}
