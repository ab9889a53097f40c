package io.weft.metadata;

import io.weft.identity.ServiceSecurity;
import io.weft.postgres.registry.RegistryConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The metadata service as a process. */
@SpringBootApplication
@Import({ServiceSecurity.class, RegistryConfiguration.class})
public class MetadataServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MetadataServiceApplication.class, arguments);
    }
}
