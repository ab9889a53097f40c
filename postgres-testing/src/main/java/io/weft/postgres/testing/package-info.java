/**
 * A real PostgreSQL with pgvector for tests: {@link io.weft.postgres.testing.TestDatabase#create()}.
 *
 * <p>Imports JDBC and nothing of Weft or Spring, so that every module can test with it.
 */
@org.jspecify.annotations.NullMarked
package io.weft.postgres.testing;
