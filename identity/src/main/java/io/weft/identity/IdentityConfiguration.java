package io.weft.identity;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** What gateway and services have in common: tokens to Principals and the settings of both. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentitySettings.class, TrustSettings.class})
public class IdentityConfiguration {

    @Bean
    BearerTokens bearerTokens(IdentitySettings settings) {
        return new BearerTokens(settings, Clock.systemUTC());
    }

    /** Nobody looks at how long each filter takes, and watching them takes longer than they do. */
    @Bean
    SecurityObservationSettings watchNoFilters() {
        return SecurityObservationSettings.noObservations();
    }
}
