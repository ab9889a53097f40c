package io.weft.features;

import io.weft.identity.ServiceSecurity;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The features service as a process. */
@SpringBootApplication
@Import(ServiceSecurity.class)
public class FeaturesServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(FeaturesServiceApplication.class, arguments);
    }
}
