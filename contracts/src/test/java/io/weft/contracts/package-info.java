/** Tests of the contracts. */
@org.jspecify.annotations.NullMarked
package io.weft.contracts;
