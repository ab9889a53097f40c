package io.weft.search;

import io.weft.identity.ServiceSecurity;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The search service as a process. */
@SpringBootApplication
@Import(ServiceSecurity.class)
@EnableConfigurationProperties(SearchSettings.class)
public class SearchServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SearchServiceApplication.class, arguments);
    }
}
