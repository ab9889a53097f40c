/**
 * GraphQL selection sets and type references as immutable values: the form in which keys, requirements, operations
 * and subgraph requests are written. Entry point: {@link io.weft.gateway.document.SelectionSet}. Imports no other
 * gateway package.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.document;
