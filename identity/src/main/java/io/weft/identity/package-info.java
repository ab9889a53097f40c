/**
 * Who is calling, for the gateway and the services alike: bearer tokens and trusted headers become a
 * {@link io.weft.contracts.Principal}. A service imports {@link io.weft.identity.ServiceSecurity}; the gateway imports
 * {@link io.weft.identity.IdentityConfiguration} and asks {@link io.weft.identity.BearerTokens}. Knows no GraphQL and no
 * database.
 */
@org.jspecify.annotations.NullMarked
package io.weft.identity;
