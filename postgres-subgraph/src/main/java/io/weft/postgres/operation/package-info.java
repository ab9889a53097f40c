/**
 * Requests that ask for nothing but what is published, answered without GraphQL for Java's engine, which would visit every value of every row:
 * {@link io.weft.postgres.operation.Operations} makes of a document and the shape of its variables, once, a statement and a writer that
 * turns its rows into the bytes of the answer. What it does not know, and what goes wrong, is the engine's to answer.
 */
@NullMarked
package io.weft.postgres.operation;

import org.jspecify.annotations.NullMarked;
