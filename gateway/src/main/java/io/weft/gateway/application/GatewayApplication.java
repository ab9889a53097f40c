package io.weft.gateway.application;

import io.weft.gateway.reload.ConfigurationWatch.Result;
import io.weft.gateway.reload.ReadAhead;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertySource;

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
     * Without the archive's settings, in a process of its own. Returns when the gateway listens.
     *
     * @param settings      by name, as in {@code weft.gateway.supergraph}; they win over all others
     * @param configuration what stands in a configuration file; wins over the environment
     * @param ahead         what is being read already
     */
    public static void standalone(
            Map<String, String> settings, Optional<PropertySource<?>> configuration, ReadAhead ahead) {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setMainApplicationClass(GatewayApplication.class);
        application.setAdditionalProfiles("standalone");
        application.addListeners(new BeansOfTheBuild());
        application.addInitializers(context -> {
            configuration.ifPresent(source -> context.getEnvironment()
                    .getPropertySources()
                    .addAfter(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME, source));
            context.getBeanFactory().registerSingleton("readAhead", ahead);
        });
        application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }

    /** Why a manifest cannot be followed; empty where it can. */
    public static List<String> problemsOfManifest(Path file, ReadSettings reading) {
        return switch (ReadManifest.read(file, reading)) {
            case Result.Read<Map<String, GraphOrigin>> read -> List.of();
            case Result.Refused<Map<String, GraphOrigin>>(List<String> problems) -> problems;
        };
    }
}
