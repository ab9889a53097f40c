package io.weft.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The services are federation subgraphs like any other: Apollo's and The Guild's compositions and Apollo's gateway take them. */
@ExtendWith(RunningArchive.Extension.class)
class PeerGatewaysTest {

    @Test
    void another_gateway_over_other_compositions_answers_as_ours_does(RunningArchive archive) throws IOException {
        Optional<PeerGateways> peers = PeerGateways.installed();
        Assumptions.assumeTrue(peers.isPresent(), "npm cannot install the other gateways");
        String token = archive.token("carol", "CURATOR");
        String query = """
                { record(srn: "urn:osa:localhost:rec:bio-00001@1") {
                    srn version
                    metadata { bioSample { species tissue collectedOn } }
                    features { cellClassifier { label confidence } markerGenes(first: 2) { totalCount nodes { gene } } }
                    search { language similar(vector: "expression", first: 3) { hits { distance record { srn metadata { bioSample { species } } } } } } } }
                """;
        JsonNode ours = archive.gateway(Optional.of(token), query).data();

        JsonNode answers = peers.orElseThrow().ask(archive, token, query);

        assertThat(answers.propertyNames()).containsExactlyInAnyOrder("apollo", "guild");
        assertThat(ours.at("/record/search/similar/hits")).hasSize(3);
        for (JsonNode answer : answers) {
            assertThat(answer.has("errors")).as(answer.toString()).isFalse();
            assertThat(answer.path("data")).isEqualTo(ours);
        }
    }
}
