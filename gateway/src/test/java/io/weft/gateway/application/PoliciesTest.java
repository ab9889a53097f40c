package io.weft.gateway.application;

import static io.weft.gateway.application.RunningGateway.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.subgraph.LiveSubgraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who fulfils a policy is configured, and asked of the token that comes with a request. */
class PoliciesTest {

    private static final String SCHEMA = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@policy"])
            type Query {
              name: String
              profile: String @policy(policies: [["read_profile"]])
              salary: String @policy(policies: [["read:salary"]])
            }
            """;

    @Test
    void aPolicyIsFulfilledByTheRolesAndScopesThatTheConfigurationNames() {
        try (LiveSubgraph people = new LiveSubgraph(
                        SCHEMA,
                        wiring -> wiring.type(
                                "Query",
                                type -> type.dataFetcher("name", environment -> "Ada")
                                        .dataFetcher("profile", environment -> "long")
                                        .dataFetcher("salary", environment -> "much")));
                RunningGateway gateway = RunningGateway.start(
                        "--weft.gateway.subgraphs[0].name=people",
                        "--weft.gateway.subgraphs[0].url=" + people.url(),
                        "--weft.gateway.policies[read_profile].roles=CURATOR",
                        "--weft.gateway.policies[read_profile].scopes=profile:read")) {
            gateway.until(
                    () -> gateway.get("/actuator/health/readiness", Map.of()).statusCode() == 200);

            assertThat(ask(gateway, List.of("ADMIN"), "profile:read"))
                    .contains("\"name\":\"Ada\",\"profile\":\"long\",\"salary\":null")
                    .contains("'Query.salary'")
                    .doesNotContain("'Query.profile'");
            assertThat(ask(gateway, List.of("CURATOR"), "other")).contains("\"profile\":null");
            assertThat(ask(gateway, List.of("DEPOSITOR"), "profile:read")).contains("\"profile\":null");
            assertThat(gateway.post("{ name profile }").body()).contains("\"profile\":null");
        }
    }

    private static String ask(RunningGateway gateway, List<String> roles, String scopes) {
        String token = token(Map.of("sub", "u", "roles", roles, "scope", scopes));
        return gateway.post("{ name profile salary }", Map.of("Authorization", "Bearer " + token))
                .body();
    }
}
