package io.weft.metadata;

import io.weft.identity.ServiceSecurity;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The metadata service as a process. */
@SpringBootApplication
@Import(ServiceSecurity.class)
public class MetadataServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MetadataServiceApplication.class, arguments);
    }
}
