/**
 * GraphQL over HTTP.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.transport.http;
