package io.weft.postgres.bulk;

/**
 * What a load has done.
 *
 * @param lines objects read
 * @param rows  rows written
 */
public record BulkSummary(long lines, long rows) {}
