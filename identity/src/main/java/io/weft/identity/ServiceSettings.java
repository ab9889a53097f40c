package io.weft.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What this process is.
 *
 * @param name its name in the gateway's configuration: trusted headers are signed for it
 */
@ConfigurationProperties(prefix = "weft.service", ignoreUnknownFields = false)
public record ServiceSettings(String name) {
    public ServiceSettings {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("weft.service.name is missing: the name that the gateway knows this by");
        }
    }
}
