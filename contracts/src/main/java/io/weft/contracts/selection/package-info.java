/** The selection contract: what a subgraph offers so that its entities can be filtered, ordered and counted together with other subgraphs'. */
@org.jspecify.annotations.NullMarked
package io.weft.contracts.selection;
