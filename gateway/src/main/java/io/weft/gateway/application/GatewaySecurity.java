package io.weft.gateway.application;

import io.weft.gateway.application.GatewayProperties.UnverifiableTokens;
import io.weft.gateway.security.Admission;
import io.weft.gateway.security.CallerFilter;
import io.weft.gateway.transport.http.HttpSettings;
import io.weft.gateway.transport.websocket.WebSocketEndpoint;
import io.weft.identity.BearerTokens;
import io.weft.identity.IdentityConfiguration;
import io.weft.identity.IdentitySettings;
import io.weft.identity.RefusalBody;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The gateway's door: tokens are verified, health is open, the rest of {@code /actuator} needs a role. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@Import(IdentityConfiguration.class)
class GatewaySecurity {

    @Bean
    SecurityWebFilterChain gatewaySecurityChain(
            ServerHttpSecurity http, BearerTokens tokens, IdentitySettings identity, GatewayProperties properties) {
        // Who opens a websocket may say who they are when it is open.
        Predicate<ServerWebExchange> opensSocket =
                exchange -> isPath(properties, exchange) && WebSocketEndpoint.isHandshake(exchange.getRequest());
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable))
                .cors(cors -> cors.configurationSource(
                        corsSource(properties.http().path(), properties.http().cors())))
                .addFilterAt(
                        new CallerFilter(tokens, admission(identity, properties), opensSocket),
                        SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(exchanges -> exchanges
                        .matchers(ServerWebExchangeMatchers.pathMatchers("/actuator/health", "/actuator/health/**"))
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .hasRole(properties.metricsRole().name())
                        .matchers(exchange -> opensSocket.test(exchange)
                                ? ServerWebExchangeMatcher.MatchResult.match()
                                : ServerWebExchangeMatcher.MatchResult.notMatch())
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .exceptionHandling(handling -> handling.accessDeniedHandler((exchange, _) -> {
                    ServerHttpResponse response = exchange.getResponse();
                    response.setStatusCode(HttpStatus.FORBIDDEN);
                    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                    byte[] body =
                            RefusalBody.of("FORBIDDEN", "ROLE", "this needs the role " + properties.metricsRole());
                    return response.writeWith(
                            Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
                }))
                .build();
    }

    /** There are no passwords here; without this bean Spring Boot would invent a user with one. */
    @Bean
    ReactiveAuthenticationManager noPasswords() {
        return authentication -> Mono.empty();
    }

    /** Where GraphQL is served, for one graph or several. */
    private static boolean isPath(GatewayProperties properties, ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.equals(properties.http().path())
                || path.matches("/[^/]+" + Pattern.quote(properties.http().path()));
    }

    static Admission admission(IdentitySettings identity, GatewayProperties properties) {
        boolean verifiable = Stream.of(identity.jwksUrl(), identity.publicKey(), identity.hs256Secret())
                .anyMatch(key -> key != null && !key.isBlank());
        if (!verifiable && properties.unverifiableTokens() == UnverifiableTokens.IGNORE) {
            return Admission.EVERYBODY_UNKNOWN;
        }
        return identity.anonymous() ? Admission.ANONYMOUS_TOO : Admission.KNOWN_ONLY;
    }

    private static UrlBasedCorsConfigurationSource corsSource(String path, HttpSettings.Cors cors) {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!cors.allowedOrigins().isEmpty()) {
            CorsConfiguration allowed = new CorsConfiguration();
            allowed.setAllowedOrigins(cors.allowedOrigins());
            allowed.setAllowedMethods(List.of("GET", "POST"));
            allowed.setAllowedHeaders(cors.allowedHeaders());
            allowed.setExposedHeaders(cors.exposedHeaders());
            allowed.setAllowCredentials(cors.allowCredentials());
            allowed.setMaxAge(cors.maxAge());
            source.registerCorsConfiguration(path, allowed);
            source.registerCorsConfiguration("/*" + path, allowed);
        }
        return source;
    }
}
