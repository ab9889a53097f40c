/**
 * NDJSON in: streamed through COPY into a staging table, then INSERT … SELECT under row-level security, in one transaction.
 */
@NullMarked
package io.weft.postgres.bulk;

import org.jspecify.annotations.NullMarked;
