/** What gateway and services agree on. Plain Java: imports no framework. */
@org.jspecify.annotations.NullMarked
package io.weft.contracts;
