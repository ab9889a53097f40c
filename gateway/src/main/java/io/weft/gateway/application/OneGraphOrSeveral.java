package io.weft.gateway.application;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.env.Environment;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What is served: one graph, or those that a manifest names. A registrar, since the settings decide it when the gateway
 * starts; a condition on a bean would be decided when it is built.
 */
final class OneGraphOrSeveral implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        if (environment.getProperty("weft.serve.manifest") == null) {
            registerOne(registry);
        } else {
            registerSeveral(registry);
        }
    }

    private static void registerOne(BeanRegistry registry) {
        registry.registerBean(
                "onlyGraph",
                ServedGraph.class,
                bean -> bean.supplier(beans -> serveOne(
                        beans.bean(ServedGraphs.class),
                        beans.bean(ServeProperties.class),
                        beans.bean(GatewayProperties.class))));
        registry.registerBean(
                "graphHealthIndicator",
                HealthIndicator.class,
                bean -> bean.supplier(beans -> new GraphHealth(beans.bean(ServedGraph.class)::status)));
    }

    private static ServedGraph serveOne(ServedGraphs graphs, ServeProperties serve, GatewayProperties properties) {
        GraphOrigin origin = serve.config() == null
                ? new GraphOrigin.Settings(GraphSettings.of(properties), Path.of(""))
                : new GraphOrigin.ConfigurationFile(serve.config());
        graphs.serve(Map.of(ServedGraphs.ONLY, origin)).block();
        return graphs.named(ServedGraphs.ONLY).orElseThrow();
    }

    private static void registerSeveral(BeanRegistry registry) {
        registry.registerBean(
                "manifest",
                Manifest.class,
                bean -> bean.supplier(beans -> follow(
                        beans.bean(ServeProperties.class),
                        beans.bean(ReadSettings.class),
                        beans.bean(ServedGraphs.class),
                        beans.bean(Scheduler.class))));
        registry.registerBean(
                "graphHealthIndicator",
                HealthIndicator.class,
                bean -> bean.supplier(
                        beans -> new ManifestHealth(beans.bean(Manifest.class), beans.bean(ServedGraphs.class))));
        registry.registerBean(
                "graphsHealthContributor",
                GraphsHealth.class,
                bean -> bean.supplier(beans -> new GraphsHealth(beans.bean(ServedGraphs.class))));
    }

    private static Manifest follow(
            ServeProperties serve, ReadSettings settings, ServedGraphs graphs, Scheduler reloadThreads) {
        Manifest manifest = new Manifest(
                Objects.requireNonNull(serve.manifest()), settings, graphs, Schedulers.single(reloadThreads));
        manifest.start();
        return manifest;
    }
}
