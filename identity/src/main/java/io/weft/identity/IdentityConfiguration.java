package io.weft.identity;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What gateway and services have in common: tokens to Principals and the settings of both. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentitySettings.class, TrustSettings.class})
public class IdentityConfiguration {

    @Bean
    BearerTokens bearerTokens(IdentitySettings settings) {
        return new BearerTokens(settings, Clock.systemUTC());
    }
}
