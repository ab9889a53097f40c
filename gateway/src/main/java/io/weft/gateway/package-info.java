/** The gateway: one graph over many subgraphs. */
@org.jspecify.annotations.NullMarked
package io.weft.gateway;
