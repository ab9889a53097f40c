@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.subgraph;
