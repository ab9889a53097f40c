/** The whole gateway, over real HTTP, against small real subgraphs. */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.application;
