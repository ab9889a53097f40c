/**
 * GraphQL over HTTP, after the <a href="https://graphql.github.io/graphql-over-http/draft/">specification</a>. Entry
 * point: {@link io.weft.gateway.transport.http.GraphQlEndpoint}. Requests come in and answers go out as bytes.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.transport.http;
