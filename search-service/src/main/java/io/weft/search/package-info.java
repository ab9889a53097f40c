/**
 * Search over the archive's records: full text and named vectors. Contributes {@code Record.search} to the graph. Every statement runs as
 * the caller; what it cannot see takes no part.
 */
@org.jspecify.annotations.NullMarked
package io.weft.search;
