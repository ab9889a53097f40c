package io.weft.postgres.serving;

import io.weft.identity.ServiceSecurity;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A service that publishes whatever tables the schema {@code records} has. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ServiceSecurity.class)
class TablesOnlyService {

    @Bean
    SubgraphBlueprint allTables() {
        return new PublishedSchemas(List.of("records"));
    }
}
