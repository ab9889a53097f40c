package io.weft.postgres.bulk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of bulk loads.
 *
 * @param maxLine how long one line of NDJSON may be
 */
@ConfigurationProperties(value = "weft.bulk", ignoreUnknownFields = false)
public record BulkSettings(@DefaultValue("1MB") DataSize maxLine) {}
