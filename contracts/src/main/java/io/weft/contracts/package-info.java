/** What gateway and services agree on. Plain Java and one library for sets of keys: imports no framework. */
@org.jspecify.annotations.NullMarked
package io.weft.contracts;
