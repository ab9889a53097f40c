package io.weft.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of searching.
 *
 * @param page       the largest page
 * @param exactUpTo  up to how many visible vectors all are compared instead of asking the index
 */
@ConfigurationProperties(prefix = "weft.search", ignoreUnknownFields = false)
public record SearchSettings(
        @DefaultValue("1000") int page,
        @DefaultValue("20000") int exactUpTo) {}
