/**
 * Puts the gateway together and configures it; the only package that knows all others. Entry point:
 * {@link io.weft.gateway.application.GatewayConfiguration}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.application;
