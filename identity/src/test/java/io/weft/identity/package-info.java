/** Tests of identity: real tokens, real signatures, real HTTP. */
@org.jspecify.annotations.NullMarked
package io.weft.identity;
