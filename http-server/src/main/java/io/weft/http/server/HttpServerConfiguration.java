package io.weft.http.server;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Connections on which a client may send request after request, also before it has the answers. */
@AutoConfiguration
public class HttpServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> resumeReading() {
        return factory -> factory.addServerCustomizers(ResumeReading::on);
    }
}
