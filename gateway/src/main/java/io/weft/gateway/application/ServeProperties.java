package io.weft.gateway.application;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is served, if not what {@code weft.gateway} says. At most one of them.
 *
 * @param config   a graph's configuration file, watched
 * @param manifest a file that names the graphs of this process, watched
 */
@ConfigurationProperties(prefix = "weft.serve", ignoreUnknownFields = false)
record ServeProperties(@Nullable Path config, @Nullable Path manifest) {
    ServeProperties {
        if (config != null && manifest != null) {
            throw new IllegalArgumentException("weft.serve has a config and a manifest: leave one of them out");
        }
    }
}
