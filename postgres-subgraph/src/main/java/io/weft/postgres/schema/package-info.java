/**
 * What of the catalog is published, under which names: {@link io.weft.postgres.schema.Publication}, and its SDL by
 * {@link io.weft.postgres.schema.WriteSdl}. {@link io.weft.postgres.schema.PublishTables} publishes all of it. Knows nothing of SQL
 * statements.
 */
@NullMarked
package io.weft.postgres.schema;

import org.jspecify.annotations.NullMarked;
