package io.weft.http.server;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

/** Threads that are everybody's, and connections on which a client may send request after request, also before it has the answers. */
@AutoConfiguration(before = NettyReactiveWebServerAutoConfiguration.class)
public class HttpServerConfiguration {

    @Bean
    ReactorResourceFactory eventLoops() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResources(EventLoops.shared());
        return resources;
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> resumeReading() {
        return factory -> factory.addServerCustomizers(ResumeReading::on);
    }
}
