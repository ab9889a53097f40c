package io.weft.benchmarks.tables;

import io.weft.identity.ServiceSecurity;
import io.weft.postgres.serving.PublishedSchemas;
import io.weft.postgres.serving.SubgraphBlueprint;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The least that a service on the library can be: it publishes all tables of {@code weft.database.schema}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ServiceSecurity.class)
public class TablesService {

    public static void main(String[] arguments) {
        SpringApplication.run(TablesService.class, arguments);
    }

    @Bean
    SubgraphBlueprint allTables(@Value("${weft.database.schema}") String schema) {
        return new PublishedSchemas(List.of(schema));
    }
}
