/**
 * What tables there are: {@link io.weft.postgres.catalog.ReadCatalog} reads pg_catalog into an immutable
 * {@link io.weft.postgres.catalog.Catalog}. Knows nothing of GraphQL.
 */
@NullMarked
package io.weft.postgres.catalog;

import org.jspecify.annotations.NullMarked;
