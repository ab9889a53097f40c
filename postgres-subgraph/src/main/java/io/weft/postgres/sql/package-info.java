/**
 * One GraphQL selection becomes one SQL statement: {@link io.weft.postgres.sql.CompileSelection}. Knows nothing of HTTP.
 */
@NullMarked
package io.weft.postgres.sql;

import org.jspecify.annotations.NullMarked;
