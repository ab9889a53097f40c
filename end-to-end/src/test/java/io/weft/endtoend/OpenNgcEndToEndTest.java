package io.weft.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** With OpenNGC's 13,969 objects, where the file is there: {@code WEFT_OPENNGC}, or data/openngc/NGC.csv of a folder beside the clone. */
@ExtendWith(RunningArchive.Extension.class)
class OpenNgcEndToEndTest {

    private static final Optional<String> ANONYMOUS = Optional.empty();

    @BeforeAll
    static void load(RunningArchive archive) {
        Optional<Path> file = archive.openNgc();
        if (file.isEmpty()) {
            System.err.println("""
                    ********************************************************************************
                    * OpenNGC IS NOT TESTED: its file NGC.csv is not there. Point WEFT_OPENNGC at it. *
                    ********************************************************************************""");
        }
        Assumptions.assumeTrue(file.isPresent(), "OpenNGC's file is not there: WEFT_OPENNGC=PATH/NGC.csv");
        System.out.println(
                archive.launcher("load", "openngc", file.orElseThrow().toString()));
        archive.answerOnce(
                ANONYMOUS, "{ deepSkyObjects(first: 1) { totalCount } photometry(first: 1) { totalCount } }");
    }

    @Test
    void every_line_of_the_file_is_a_record_and_every_object_with_a_position_has_metadata(RunningArchive archive)
            throws IOException {
        List<String> lines = Files.readAllLines(archive.openNgc().orElseThrow());
        long positions = lines.stream()
                .skip(1)
                .filter(line -> !line.split(";", -1)[2].isEmpty())
                .count();
        JsonNode data = archive.gateway(ANONYMOUS, """
                        { records(first: 1, filter: { schemaId: { eq: "deep-sky-object" } }) { totalCount }
                          deepSkyObjects(first: 1) { totalCount } }""").data();

        assertThat(data.at("/records/totalCount").asInt()).isEqualTo(lines.size() - 1);
        assertThat(data.at("/deepSkyObjects/totalCount").asLong()).isEqualTo(positions);
    }

    @Test
    void given_srns_are_answered_by_all_four_services(RunningArchive archive) {
        JsonNode data = archive.gateway(ANONYMOUS, """
                        fragment Object on Record {
                          srn
                          metadata { deepSkyObject { name objectType constellation bMag messier commonNames } }
                          features { photometry { axisRatio absoluteB quality confidence }
                                     neighbours(first: 1, orderBy: [{ separationArcmin: ASC }]) { nodes { neighbourName separationArcmin } }
                                     identifiers { totalCount } }
                          search { texts { a } }
                        }
                        { andromeda: record(srn: "urn:osa:localhost:rec:ngc0224@1") { ...Object }
                          crab: record(srn: "urn:osa:localhost:rec:ngc1952@1") { ...Object } }
                        """).data();

        JsonNode andromeda = data.path("andromeda");
        assertThat(andromeda.at("/metadata/deepSkyObject/messier").asInt()).isEqualTo(31);
        assertThat(andromeda.at("/metadata/deepSkyObject/constellation").asString())
                .isEqualTo("And");
        assertThat(andromeda.at("/metadata/deepSkyObject/commonNames/0").asString())
                .isEqualTo("Andromeda Galaxy");
        // 177.83 by 69.66 arcmin
        assertThat(andromeda.at("/features/photometry/axisRatio").asDouble()).isCloseTo(0.3917, within(0.001));
        assertThat(andromeda.at("/features/neighbours/nodes")).hasSize(1);
        assertThat(andromeda.at("/features/identifiers/totalCount").asInt()).isPositive();
        assertThat(andromeda.at("/search/texts/a").asString()).contains("Andromeda");
        assertThat(data.at("/crab/metadata/deepSkyObject/messier").asInt()).isEqualTo(1);
    }

    @Test
    void full_text_hits_come_with_their_metadata_and_features(RunningArchive archive) {
        JsonNode hits = archive.gateway(ANONYMOUS, """
                        { searchRecords(text: "\\"superposed star\\"", first: 5) { totalCount edges { score snippet node {
                            metadata { deepSkyObject { name notes } }
                            features { neighbours(filter: { likelyCompanion: { eq: true } }) { nodes { neighbourName separationArcmin } } } } } } }
                        """).data().path("searchRecords");

        assertThat(hits.path("totalCount").asInt()).isPositive();
        assertThat(hits.path("edges"))
                .isNotEmpty()
                .allSatisfy(edge -> assertThat(edge.at("/node/metadata/deepSkyObject/notes")
                                .asString()
                                .toLowerCase(Locale.ROOT))
                        .contains("superposed"));
    }

    @Test
    void the_objects_most_like_ic_43_are_galaxies_of_its_kind(RunningArchive archive) {
        JsonNode hits = archive.gateway(ANONYMOUS, """
                        { nearestRecords(vector: "profile", to: { record: "urn:osa:localhost:rec:ic0043@1" }, first: 5) { method hits { distance record {
                            srn metadata { deepSkyObject { name objectType hubbleType } } features { photometry { absoluteB } } } } } }
                        """).data().at("/nearestRecords/hits");

        assertThat(hits).hasSize(5);
        List<Double> distances =
                hits.valueStream().map(hit -> hit.path("distance").asDouble()).toList();
        assertThat(distances).isSorted();
        assertThat(hits.valueStream()
                        .limit(3)
                        .map(hit ->
                                hit.at("/record/metadata/deepSkyObject/name").asString()))
                .as("as the README tells")
                .containsExactly("NGC2861", "NGC6691", "NGC0341");
        assertThat(hits).allSatisfy(hit -> {
            assertThat(hit.at("/record/metadata/deepSkyObject/objectType").asString())
                    .isEqualTo("G");
            assertThat(hit.at("/record/srn").asString()).isNotEqualTo("urn:osa:localhost:rec:ic0043@1");
        });
    }

    @Test
    void spirals_in_cetus_are_found_by_their_shape_and_ordered(RunningArchive archive) {
        JsonNode spirals = archive.gateway(ANONYMOUS, """
                        { deepSkyObjects(filter: { constellation: { eq: "Cet" }, hubbleType: { startsWith: "S" } }, orderBy: [{ bMag: ASC }], first: 3) {
                            totalCount nodes { name bMag record { features { photometry { absoluteB confidence } } } } } }
                        """).data().path("deepSkyObjects");

        assertThat(spirals.path("totalCount").asInt()).isGreaterThan(100);
        assertThat(spirals.at("/nodes/0/name").asString()).isNotEmpty();
        assertThat(spirals.path("nodes"))
                .allSatisfy(node -> assertThat(node.at("/record/features/photometry/confidence")
                                .isNumber())
                        .isTrue());
    }

    @Test
    void bright_spirals_in_cetus_most_like_ic_43_are_found_over_three_services(RunningArchive archive) {
        JsonNode records = archive.gateway(ANONYMOUS, """
                        { records(
                            filter: {
                              metadata: { deepSkyObject: { constellation: { eq: "Cet" }, hubbleType: { startsWith: "S" } } }
                              features: { photometry: { absoluteB: { lt: -20 }, confidence: { gte: 0.6 } } }
                            }
                            orderBy: [{ search: { similarTo: { vector: "profile", record: "urn:osa:localhost:rec:ic0043@1" } } }]
                            first: 5
                          ) {
                            totalCount
                            edges { score node { metadata { deepSkyObject { constellation hubbleType } } features { photometry { absoluteB confidence } } } } } }
                        """).data().path("records");

        assertThat(records.path("edges")).hasSize(5).allSatisfy(edge -> {
            assertThat(edge.at("/node/metadata/deepSkyObject/constellation").asString())
                    .isEqualTo("Cet");
            assertThat(edge.at("/node/metadata/deepSkyObject/hubbleType").asString())
                    .startsWith("S");
            assertThat(edge.at("/node/features/photometry/absoluteB").asDouble())
                    .isLessThan(-20);
            assertThat(edge.at("/node/features/photometry/confidence").asDouble())
                    .isGreaterThanOrEqualTo(0.6);
        });
        assertThat(records.path("edges")
                        .valueStream()
                        .map(edge -> edge.path("score").asDouble())
                        .toList())
                .isSorted();
        assertThat(records.path("totalCount").asInt()).as("as the README tells").isEqualTo(248);
    }

    @Test
    void galaxies_with_a_companion_close_by_and_a_superposed_star_are_found_over_three_services(
            RunningArchive archive) {
        JsonNode records = archive.gateway(ANONYMOUS, """
                        { records(
                            filter: {
                              metadata: { deepSkyObject: { objectType: { eq: "G" } } }
                              features: { neighbours: { some: { likelyCompanion: { eq: true }, separationArcmin: { lt: 20 } } } }
                              search: { text: { query: "\\"superposed star\\"" } }
                            }
                            orderBy: [{ search: { rank: { query: "\\"superposed star\\"" } } }]
                          ) {
                            totalCount
                            nodes {
                              metadata { deepSkyObject { objectType notes } }
                              features { neighbours(filter: { likelyCompanion: { eq: true }, separationArcmin: { lt: 20 } }) { totalCount } } } } }
                        """).data().path("records");

        assertThat(records.path("totalCount").asInt()).as("as the README tells").isEqualTo(10);
        assertThat(records.path("nodes")).isNotEmpty().allSatisfy(node -> {
            assertThat(node.at("/metadata/deepSkyObject/objectType").asString()).isEqualTo("G");
            assertThat(node.at("/metadata/deepSkyObject/notes").asString().toLowerCase(Locale.ROOT))
                    .contains("superposed");
            assertThat(node.at("/features/neighbours/totalCount").asInt()).isPositive();
        });
    }

    @Test
    void objects_are_counted_by_type_and_by_constellation(RunningArchive archive) throws IOException {
        JsonNode facets = archive.gateway(ANONYMOUS, """
                        { records(filter: { schemaId: { eq: "deep-sky-object" } }) { facets { metadata { deepSkyObject {
                            objectType(top: 3) { value count } constellation(top: 100) { value count } } } } } }
                        """).data().at("/records/facets/metadata/deepSkyObject");
        long inVirgo = Files.readAllLines(archive.openNgc().orElseThrow()).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(columns -> !columns[2].isEmpty() && columns[4].equals("Vir"))
                .count();

        assertThat(facets.at("/objectType/0").toString())
                .as("as the README tells")
                .isEqualTo("{\"value\":\"G\",\"count\":10481}");
        assertThat(facets.path("constellation")).anySatisfy(facet -> {
            assertThat(facet.path("value").asString()).isEqualTo("Vir");
            assertThat(facet.path("count").asLong()).isEqualTo(inVirgo);
        });
    }
}
