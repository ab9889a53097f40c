/**
 * The subgraph over HTTP: {@link io.weft.postgres.serving.LiveSubgraph} builds it and swaps it while it runs. May import all
 * other packages of this library.
 */
@NullMarked
package io.weft.postgres.serving;

import org.jspecify.annotations.NullMarked;
