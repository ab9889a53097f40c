package io.weft.records;

import io.weft.identity.ServiceSecurity;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The records service as a process. */
@SpringBootApplication
@Import(ServiceSecurity.class)
@EnableConfigurationProperties(RecordsSettings.class)
public class RecordsServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RecordsServiceApplication.class, arguments);
    }
}
