/**
 * The text of {@code @key}, {@code @requires}, {@code @provides} and of stitching: read, checked, compared, written.
 * Entry point: {@code ReadFieldSet}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.fieldset;
