package io.weft.identity;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The door of a service. It lets in who the gateway vouches for and who brings a token of their own; health is open to
 * everybody, the rest of {@code /actuator} to administrators.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@Import(IdentityConfiguration.class)
@EnableConfigurationProperties(ServiceSettings.class)
public class ServiceSecurity {

    @Bean
    ServiceCallers serviceCallers(
            ServiceSettings service, IdentitySettings identity, TrustSettings trust, BearerTokens tokens) {
        return new ServiceCallers(service, identity, trust.trustedHeaders(), tokens, Clock.systemUTC());
    }

    @Bean
    SecurityWebFilterChain serviceSecurityChain(ServerHttpSecurity http, ServiceCallers callers) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .addFilterAt(new CallerFilter(callers), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .hasRole("ADMIN")
                        .anyExchange()
                        .authenticated())
                .exceptionHandling(handling -> handling.accessDeniedHandler((exchange, _) -> RefusalBody.write(
                                exchange.getResponse(), HttpStatus.FORBIDDEN, "ROLE", "this needs the role ADMIN"))
                        .authenticationEntryPoint((exchange, _) -> RefusalBody.write(
                                exchange.getResponse(),
                                HttpStatus.UNAUTHORIZED,
                                "NO_CREDENTIALS",
                                "there are no credentials")))
                .build();
    }

    /** There are no passwords here; without this bean Spring Boot would invent a user with one. */
    @Bean
    ReactiveAuthenticationManager noPasswords() {
        return authentication -> Mono.empty();
    }
}
