package io.weft.postgres.registry;

import io.weft.postgres.serving.LiveSubgraph;
import io.weft.postgres.serving.SubgraphBlueprint;
import io.weft.postgres.session.DatabaseSettings;
import io.weft.postgres.session.OwnerSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For services that make tables while they run. */
@Configuration(proxyBeanMethods = false)
public class RegistryConfiguration {

    @Bean
    ChangeTables changeTables(
            OwnerSession owner, LiveSubgraph live, SubgraphBlueprint blueprint, DatabaseSettings settings) {
        return new ChangeTables(owner, live, blueprint, settings);
    }
}
