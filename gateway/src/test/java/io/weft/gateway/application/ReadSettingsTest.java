package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.Role;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadSettingsTest {

    @TempDir
    Path folder;

    private final ReadSettings reading = new ReadSettings(List.of());

    @Test
    void aConfigurationHasAllSettingsOfAGraph() throws IOException {
        Result<GraphSettings> result = reading.fromFile(file("""
                port: 4100
                introspection: true
                resilience: { timeout: 3s }
                subgraphs:
                  - { name: a, url: "http://localhost:1/a", schema: a.graphqls, retries: 2 }
                  - { name: b, url: "http://localhost:1/b", schema: { sdl: "type Query { b: Int }" } }
                  - { name: c, url: "http://localhost:1/c" }
                """));

        assertThat(result).isInstanceOfSatisfying(Result.Read.class, read -> {
            GraphSettings settings = (GraphSettings) read.settings();
            assertThat(settings.gateway().introspection()).isTrue();
            assertThat(settings.gateway().resilience().timeout()).isEqualTo(Duration.ofSeconds(3));
            assertThat(settings.source(folder).toString())
                    .contains("SdlFile[", folder.resolve("a.graphqls").toString(), "Inline[", "Service[");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            supergraph: x.graphql;limits: { max-deep: 3 }       | :2: there is no setting 'limits.max-deep'
            supergraph: x.graphql;resilience:;  timeout: never  | :3: 'resilience.timeout' cannot be 'never'
            supergraph: x.graphql;identity: { isuer: me }       | :2: there is no setting 'identity.isuer'; did you mean identity.issuer?
            supergraph: x.graphql;policies: { a_b: { rolez: [ADMIN] } } | :2: there is no setting 'policies[a_b].rolez[0]'
            supergraph: x.graphql;policies: { a_b: { roles: [] } }      | a policy says who fulfils it
            supergraph: x.graphql;policies: { a_b: { scopes: ["a b"] } } | the scope 'a b' is none that a caller can have
            supergraph: x.graphql;policies: { a_b: { roles: [KING] } }  | :2: 'policies[a_b].roles[0]' cannot be 'KING'
            supergraph: [                                       | this is not YAML
            introspection: true                                 | there is no graph
            """)
    void aMistakeIsToldWithItsLine(String text, String problem) throws IOException {
        assertThat(reading.fromFile(file(text.replace(";", "\n"))).toString()).contains(problem);
    }

    @Test
    void policiesAreCalledAsSchemasCallThem() throws IOException {
        var result = reading.fromFile(file("""
                supergraph: x.graphql
                policies:
                  read_profile: { roles: [CURATOR, admin], scopes: [profile:read] }
                  roles.of-Others: { scopes: [a, b] }
                  "[read:salary]": { roles: [ADMIN] }
                """));

        assertThat(result).isInstanceOfSatisfying(Result.Read.class, read -> {
            GraphSettings settings = (GraphSettings) read.settings();
            assertThat(settings.gateway().policies())
                    .containsOnlyKeys("read_profile", "roles.of-Others", "read:salary")
                    .containsEntry(
                            "read_profile",
                            new PolicyProperties(Set.of(Role.CURATOR, Role.ADMIN), Set.of("profile:read")));
        });
    }

    @Test
    void aManifestNamesGraphsAsAMapOrAsAListInYamlOrJson() throws IOException {
        for (String text : List.of(
                "shop: shop.graphql\ncrm: { config: crm.yaml }",
                "[{\"name\": \"shop\", \"supergraph\": \"shop.graphql\"}, {\"name\": \"crm\", \"config\": \"crm.yaml\"}]")) {
            assertThat(ReadManifest.read(file(text), reading).toString())
                    .contains("shop=Settings[", "crm=" + new GraphOrigin.ConfigurationFile(folder.resolve("crm.yaml")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: x.graphql;a/b: y.graphql       | :2: 'a/b' cannot be a graph's name
            actuator: x.graphql               | cannot be a graph's name
            a: { supergraf: x.graphql }       | :1: there is no setting 'supergraf' here; did you mean supergraph?
            a: { introspection: true }        | has to have either supergraph or config
            a: { config: x.yaml, introspection: true } | :1: introspection and subgraph-urls of the graph 'a' are said in
            a: x.graphql;a: y.graphql         | a
            just text                         | a manifest is a map
            """)
    void aManifestsMistakeIsToldWithItsLine(String text, String problem) throws IOException {
        assertThat(ReadManifest.read(file(text.replace(";", "\n")), reading))
                .isInstanceOf(Result.Refused.class)
                .asString()
                .contains(problem);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.yaml"), text);
    }
}
