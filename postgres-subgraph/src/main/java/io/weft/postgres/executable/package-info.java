/**
 * Definitions and what fetches their data, as a schema that runs. Knows nothing of tables.
 */
@NullMarked
package io.weft.postgres.executable;

import org.jspecify.annotations.NullMarked;
