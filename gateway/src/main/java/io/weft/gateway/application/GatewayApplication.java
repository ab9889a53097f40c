package io.weft.gateway.application;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the gateway. Nothing is scanned for: what there is, {@link GatewayConfiguration} names. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(GatewayConfiguration.class)
public class GatewayApplication {

    /** With the archive's settings, as far as the environment and the arguments do not say otherwise. */
    public static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }

    /**
     * Without the archive's settings. Returns when the gateway listens.
     *
     * @param settings by name, as in {@code weft.gateway.supergraph}; they win over the environment's
     */
    public static void standalone(Map<String, String> settings) {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setAdditionalProfiles("standalone");
        application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }
}
