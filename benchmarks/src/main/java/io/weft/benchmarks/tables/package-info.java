/** Tables as a subgraph, measured from outside: {@link io.weft.benchmarks.tables.TablesService} is what `benchmarks/postgraphile` asks. */
@NullMarked
package io.weft.benchmarks.tables;

import org.jspecify.annotations.NullMarked;
