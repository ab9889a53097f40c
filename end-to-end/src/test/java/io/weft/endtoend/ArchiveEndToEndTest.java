package io.weft.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** With the example data that the launcher loads. */
@ExtendWith(RunningArchive.Extension.class)
class ArchiveEndToEndTest {

    private static final Optional<String> ANONYMOUS = Optional.empty();

    @Test
    void one_query_returns_fields_of_all_four_services(RunningArchive archive) {
        JsonNode record = archive.gateway(ANONYMOUS, """
                        { record(srn: "urn:osa:localhost:rec:bio-00001@1") {
                            srn version visibility
                            metadata { bioSample { species tissue collectedOn } }
                            features {
                              cellClassifier { label confidence }
                              markerGenes(first: 2, orderBy: [{ pValue: ASC }]) { totalCount nodes { gene pValue } }
                            }
                            search { language similar(vector: "expression", first: 3) { hits { distance record { srn metadata { bioSample { species } } } } } } } }
                        """).data().path("record");

        assertThat(record.path("srn").asString()).isEqualTo("urn:osa:localhost:rec:bio-00001@1");
        assertThat(record.path("visibility").asString()).isEqualTo("PUBLIC");
        assertThat(record.at("/metadata/bioSample/species").asString()).isNotEmpty();
        assertThat(record.at("/features/cellClassifier/confidence").isNumber()).isTrue();
        assertThat(record.at("/features/markerGenes/nodes")).hasSize(2);
        assertThat(record.at("/features/markerGenes/nodes/0/pValue").asDouble())
                .isLessThanOrEqualTo(
                        record.at("/features/markerGenes/nodes/1/pValue").asDouble());
        assertThat(record.at("/search/similar/hits")).hasSize(3);
        assertThat(record.at("/search/similar/hits/0/record/metadata/bioSample/species")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void what_three_services_know_selects_and_orders_records_as_the_readme_tells(RunningArchive archive) {
        JsonNode records = archive.gateway(ANONYMOUS, """
                        { records(
                            filter: {
                              metadata: { bioSample: { species: { eq: "Homo sapiens" } } }
                              features: { cellClassifier: { confidence: { gt: 0.9 } } }
                            }
                            orderBy: [{ search: { similarTo: { vector: "expression", record: "urn:osa:localhost:rec:bio-00001@1" } } }]
                            first: 3
                          ) {
                            totalCount
                            edges { score node { srn metadata { bioSample { species } } features { cellClassifier { label confidence } } } } } }
                        """).data().path("records");

        assertThat(records.path("totalCount").asInt()).isEqualTo(391);
        assertThat(records.path("edges")
                        .valueStream()
                        .map(edge -> edge.at("/node/srn").asString()))
                .containsExactly(
                        "urn:osa:localhost:rec:bio-01019@1",
                        "urn:osa:localhost:rec:bio-00294@1",
                        "urn:osa:localhost:rec:bio-00237@1");
        assertThat(records.path("edges")).allSatisfy(edge -> {
            assertThat(edge.at("/node/metadata/bioSample/species").asString()).isEqualTo("Homo sapiens");
            assertThat(edge.at("/node/features/cellClassifier/confidence").asDouble())
                    .isGreaterThan(0.9);
        });
    }

    @Test
    void a_convention_has_its_records_as_a_selection_over_all_services_as_the_docs_tell(RunningArchive archive) {
        JsonNode convention = archive.gateway(ANONYMOUS, """
                        { convention(srn: "urn:osa:localhost:conv:bio-sample") {
                            title
                            records(
                              filter: { metadata: { bioSample: { species: { eq: "Homo sapiens" } } } }
                              orderBy: [{ features: { cellClassifier: { confidence: DESC } } }]
                              first: 2
                            ) {
                              totalCount
                              nodes { srn features { cellClassifier { label confidence } } }
                              facets { features { cellClassifier { label(top: 2) { value count } } } } } } }
                        """).data().path("convention");

        assertThat(convention.toString()).isEqualTo("""
                        {"title":"Biological samples","records":{"totalCount":1092,"nodes":[\
                        {"srn":"urn:osa:localhost:rec:bio-02523@1","features":{"cellClassifier":{"label":"hepatocyte","confidence":1.0}}},\
                        {"srn":"urn:osa:localhost:rec:bio-02816@1","features":{"cellClassifier":{"label":"hepatocyte","confidence":0.9996}}}],\
                        "facets":{"features":{"cellClassifier":{"label":[\
                        {"value":"cardiomyocyte","count":440},{"value":"T cell","count":250}]}}}}}""");
    }

    @Test
    void facets_say_what_the_docs_tell(RunningArchive archive) {
        JsonNode records = archive.gateway(ANONYMOUS, """
                        { records(filter: { metadata: { bioSample: { species: { eq: "Homo sapiens" } } } }) {
                            totalCount
                            facets {
                              metadata { bioSample { tissue(top: 3) { value count } collectedOn(truncate: YEAR, top: 2) { value count } } }
                              features { cellClassifier { confidence { min max histogram(buckets: 4) { from to count } } } } } } }
                        """).data().path("records");

        assertThat(records.toString()).isEqualTo("""
                        {"totalCount":1092,"facets":{"metadata":{"bioSample":{"tissue":[\
                        {"value":"UBERON:0000948","count":440},{"value":"UBERON:0000178","count":250},{"value":"UBERON:0002107","count":237}],\
                        "collectedOn":[{"value":"2019-01-01","count":144},{"value":"2022-01-01","count":142}]}},\
                        "features":{"cellClassifier":{"confidence":{"min":0.5229,"max":1.0,"histogram":[\
                        {"from":0.5229,"to":0.642175,"count":91},{"from":0.642175,"to":0.76145,"count":205},\
                        {"from":0.76145,"to":0.880725,"count":338},{"from":0.880725,"to":1.0,"count":458}]}}}}}""");
    }

    @Test
    void full_text_hits_come_with_metadata_and_features(RunningArchive archive) {
        JsonNode hits = archive.gateway(ANONYMOUS, """
                        { searchRecords(text: "liver", first: 5) {
                            totalCount
                            edges { score snippet node { srn metadata { bioSample { tissue } } features { cellClassifier { label } } } } } }
                        """).data().path("searchRecords");

        assertThat(hits.path("totalCount").asInt()).isPositive();
        assertThat(hits.path("edges")).isNotEmpty().allSatisfy(edge -> {
            assertThat(edge.path("snippet").asString()).contains("«");
            assertThat(edge.at("/node/metadata/bioSample/tissue").isMissingNode())
                    .isFalse();
        });
    }

    @Test
    void each_caller_sees_what_row_security_lets_them_see_in_every_service(RunningArchive archive) {
        String count = """
                { records(first: 1, filter: { srn: { startsWith: "urn:osa:localhost:rec:bio-" } }) { totalCount }
                  bioSamples(first: 1) { totalCount }
                  cellClassifier(first: 1) { totalCount } }""";
        JsonNode anonymous = archive.gateway(ANONYMOUS, count).data();
        JsonNode stranger = archive.gateway(Optional.of(archive.token("mallory", "DEPOSITOR")), count)
                .data();
        JsonNode owner = archive.gateway(Optional.of(archive.token("ada", "DEPOSITOR")), count)
                .data();
        JsonNode curator = archive.gateway(Optional.of(archive.token("carol", "CURATOR")), count)
                .data();

        assertThat(stranger).isEqualTo(anonymous);
        for (String table : List.of("records", "bioSamples", "cellClassifier")) {
            int all = curator.path(table).path("totalCount").asInt();
            int own = owner.path(table).path("totalCount").asInt();
            int open = anonymous.path(table).path("totalCount").asInt();
            assertThat(open).as(table).isPositive().isLessThan(own);
            assertThat(own).as(table).isLessThan(all);
        }
    }

    @Test
    void headers_that_a_client_makes_up_are_worth_nothing(RunningArchive archive) {
        String query = "{ bioSamples(first: 1) { totalCount } }";
        Map<String, String> forged = Map.of(
                "x-osa-user-id", "root", "x-osa-role", "SUPERADMIN", "x-osa-issued-at", "1", "x-osa-signature", "v1");

        assertThat(archive.ask("gateway", ANONYMOUS, query, Map.of(), forged).data())
                .isEqualTo(archive.gateway(ANONYMOUS, query).data());
        for (String service : List.of("records", "metadata", "features", "search")) {
            RunningArchive.Answer refused = archive.ask(service, ANONYMOUS, "{ __typename }", Map.of(), forged);
            assertThat(refused.status()).as(service).isEqualTo(401);
        }
    }

    @Test
    void a_bad_token_is_refused_and_never_anonymous(RunningArchive archive) {
        RunningArchive.Answer answer =
                archive.gateway(Optional.of(archive.token("ada", "CURATOR") + "x"), "{ __typename }");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("errors")).hasSize(1);
        assertThat(answer.body().path("data").isObject()).isFalse();
    }

    @Test
    void an_internal_team_asks_a_service_with_its_own_token(RunningArchive archive) {
        JsonNode samples = archive.ask(
                        "metadata",
                        Optional.of(archive.token("carol", "CURATOR")),
                        "{ bioSamples(first: 2) { nodes { species } } }",
                        Map.of(),
                        Map.of())
                .data()
                .at("/bioSamples/nodes");

        assertThat(samples).hasSize(2);
    }

    @Test
    void a_service_that_is_down_leaves_the_rest_of_the_answer_and_is_named(RunningArchive archive) {
        archive.kill("features");
        try {
            RunningArchive.Answer answer = archive.gateway(ANONYMOUS, """
                    { record(srn: "urn:osa:localhost:rec:bio-00001@1") {
                        srn metadata { bioSample { species } } features { cellClassifier { label } } } }""");

            assertThat(answer.body()
                            .at("/data/record/metadata/bioSample/species")
                            .asString())
                    .isNotEmpty();
            assertThat(answer.body().at("/data/record/features").isNull()).isTrue();
            JsonNode error = answer.body().at("/errors/0");
            assertThat(error.at("/extensions/service").asString()).isEqualTo("features");
            assertThat(error.at("/extensions/code").asString()).startsWith("SUBGRAPH_");
            assertThat(error.path("path").toString()).startsWith("[\"record\"");

            JsonNode page = archive.gateway(
                            ANONYMOUS, "{ records(first: 3) { nodes { srn features { cellClassifier { label } } } } }")
                    .body();
            assertThat(page.at("/data/records/nodes")).as(page.toString()).hasSize(3);
            page.at("/data/records/nodes").forEach(record -> {
                assertThat(record.path("srn").asString()).startsWith("urn:osa:");
                assertThat(record.path("features").isNull()).isTrue();
            });
            assertThat(page.path("errors")).hasSize(1);
            assertThat(page.at("/errors/0/extensions/service").asString()).isEqualTo("features");
        } finally {
            archive.startAgain();
        }
    }

    @Test
    void a_new_schema_is_in_the_graph_without_a_restart(RunningArchive archive) {
        Optional<String> curator = Optional.of(archive.token("carol", "CURATOR"));
        archive.gateway(curator, """
                        mutation { registerSchema(input: { id: "soil-core", version: "1.0.0", fields: [
                          { name: "depth_cm", type: number, required: true, unit: "cm" },
                          { name: "site", type: text } ] }) { fieldName } }""").data();
        String srn = archive.gateway(curator, """
                        mutation { publishRecord(input: { id: "soil-1", source: "lab:soil-1",
                          conventionSrn: "urn:osa:localhost:conv:soil@1.0.0", schemaId: "soil-core", schemaVersion: "1.0.0" }) { record { srn } } }
                        """)
                .data()
                .at("/publishRecord/record/srn")
                .asString();
        archive.gateway(
                        curator,
                        "mutation { putMetadata(schema: \"soil-core\", version: \"1.0.0\", records: [{ record: \"" + srn
                                + "\", values: { depth_cm: 12.5, site: \"north\" } }]) { records } }")
                .data();

        JsonNode record = archive.answerOnce(
                ANONYMOUS, "{ record(srn: \"" + srn + "\") { metadata { soilCore { depthCm site } } } }");

        assertThat(record.at("/record/metadata/soilCore/depthCm").asDouble()).isEqualTo(12.5);
        assertThat(record.at("/record/metadata/soilCore/site").asString()).isEqualTo("north");
    }
}
