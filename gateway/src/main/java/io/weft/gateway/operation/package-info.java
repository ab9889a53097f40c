/**
 * A client's document: parsed, validated against the API schema, normalised; cached by its text. Entry point:
 * {@code OperationCompiler}. Imports {@code document} and {@code supergraph}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.operation;
