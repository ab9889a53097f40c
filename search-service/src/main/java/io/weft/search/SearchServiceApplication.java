package io.weft.search;

import io.weft.identity.ServiceSecurity;
import io.weft.postgres.catalog.TableName;
import io.weft.postgres.sql.KnownMatches;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The search service as a process. */
@SpringBootApplication
@Import(ServiceSecurity.class)
@EnableConfigurationProperties(SearchSettings.class)
public class SearchServiceApplication {

    /** About as many characters of selections that are compiled as are kept. */
    private static final long COMPILED = 4_000_000;

    @Bean
    KnownMatches matches() {
        return new KnownMatches(new TableName("records", "records"), "number", COMPILED);
    }

    public static void main(String[] arguments) {
        SpringApplication.run(SearchServiceApplication.class, arguments);
    }
}
