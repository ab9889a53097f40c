/** Subgraphs as services run them, for tests: federation's own fields over graphql-java. */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.subgraph;
