/**
 * Services for tests: {@link io.weft.service.testing.RunningService} starts one over a database of its own, and has clients for every kind
 * of caller.
 *
 * <p>Imports nothing of the services and of postgres-subgraph, so that all of them can be tested with it.
 */
@org.jspecify.annotations.NullMarked
package io.weft.service.testing;
