/**
 * Many schemas as one, and the rules that show only then. Entry point: {@code MergeTypes}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.merge;
