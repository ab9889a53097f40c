/**
 * A schema as values, whoever wrote it: types, fields, directives, and rules that need nothing else. Entry point:
 * {@code SchemaType}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition.schema;
