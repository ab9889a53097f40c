/**
 * Types that are registered while the service runs. {@link io.weft.postgres.registry.ChangeTables} makes their tables,
 * {@link io.weft.postgres.registry.RecordType} hangs them on the archive's record. A service adds what its registry holds and
 * what its types look like.
 */
@NullMarked
package io.weft.postgres.registry;

import org.jspecify.annotations.NullMarked;
