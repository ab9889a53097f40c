/**
 * JWT to Principal, trusted headers out, limits.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.security;
