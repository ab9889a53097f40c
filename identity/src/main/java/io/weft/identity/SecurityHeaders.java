package io.weft.identity;

import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.CacheControlServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentTypeOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.StrictTransportSecurityServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XXssProtectionServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;

/** The headers that Spring Security's chain writes, for answers that do not come through it. */
public final class SecurityHeaders {

    /** A year. */
    private static final String ONLY_OVER_TLS = "max-age=31536000 ; includeSubDomains";

    private final Map<String, String> headers;

    private SecurityHeaders(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    /** Of a chain that forbids caching. */
    public static SecurityHeaders withoutCaching() {
        Map<String, String> headers = new HashMap<>(withOwnCaching().headers);
        headers.put(HttpHeaders.CACHE_CONTROL, CacheControlServerHttpHeadersWriter.CACHE_CONTROL_VALUE);
        headers.put(HttpHeaders.PRAGMA, CacheControlServerHttpHeadersWriter.PRAGMA_VALUE);
        headers.put(HttpHeaders.EXPIRES, CacheControlServerHttpHeadersWriter.EXPIRES_VALUE);
        return new SecurityHeaders(headers);
    }

    /** Of a chain that leaves it to the answer whether it may be cached. */
    public static SecurityHeaders withOwnCaching() {
        return new SecurityHeaders(Map.of(
                ContentTypeOptionsServerHttpHeadersWriter.X_CONTENT_OPTIONS,
                ContentTypeOptionsServerHttpHeadersWriter.NOSNIFF,
                XFrameOptionsServerHttpHeadersWriter.X_FRAME_OPTIONS,
                "DENY",
                XXssProtectionServerHttpHeadersWriter.X_XSS_PROTECTION,
                "0",
                ReferrerPolicyServerHttpHeadersWriter.REFERRER_POLICY,
                ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy.NO_REFERRER.getPolicy()));
    }

    public void write(ServerWebExchange exchange) {
        HttpHeaders response = exchange.getResponse().getHeaders();
        headers.forEach(response::set);
        if ("https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme())) {
            response.set(StrictTransportSecurityServerHttpHeadersWriter.STRICT_TRANSPORT_SECURITY, ONLY_OVER_TLS);
        }
    }
}
