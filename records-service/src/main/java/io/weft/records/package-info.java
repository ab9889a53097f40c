/**
 * The records of the archive: who published what, when, and who may see it. Publishes {@code Record}, the entity that all other
 * services extend. What it needs of PostgreSQL and GraphQL is in {@code io.weft.postgres}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.records;
