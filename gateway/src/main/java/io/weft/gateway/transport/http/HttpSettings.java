package io.weft.gateway.transport.http;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How clients reach the gateway.
 *
 * @param path    where GraphQL is served
 * @param maxBody a request larger than this is refused with 413
 * @param cors    which web pages may ask; none by default
 */
public record HttpSettings(
        @DefaultValue("/graphql") String path,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue Cors cors) {

    public HttpSettings {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("http.path is '" + path + "': it must begin with a slash");
        }
        if (maxBody.toBytes() <= 0 || maxBody.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("http.max-body is " + maxBody + ": it must be above 0 and below 2 GB");
        }
    }

    /**
     * @param allowedOrigins   whole origins such as {@code https://archive.example.org}, or {@code *}; empty: off
     * @param allowedHeaders   what pages may send
     * @param exposedHeaders   what pages may read
     * @param allowCredentials whether cookies and client certificates are sent along; never with {@code *}
     * @param maxAge           how long a browser remembers
     */
    public record Cors(
            @DefaultValue List<String> allowedOrigins,

            @DefaultValue({"Authorization", "Content-Type", "X-Request-Id"})
            List<String> allowedHeaders,

            @DefaultValue({"X-Request-Id"}) List<String> exposedHeaders,
            @DefaultValue("false") boolean allowCredentials,
            @DefaultValue("1h") Duration maxAge) {
        public Cors {
            allowedOrigins = List.copyOf(allowedOrigins);
            allowedHeaders = List.copyOf(allowedHeaders);
            exposedHeaders = List.copyOf(exposedHeaders);
            if (allowCredentials && allowedOrigins.contains("*")) {
                throw new IllegalArgumentException(
                        "http.cors: credentials for every origin (*) would open the graph to any page; name the origins");
            }
        }
    }
}
