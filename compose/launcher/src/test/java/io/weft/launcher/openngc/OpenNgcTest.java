package io.weft.launcher.openngc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The mapping, on rows of our own making in the catalogue's form. */
class OpenNgcTest {
    private static final String HEADER =
            "Name;Type;RA;Dec;Const;MajAx;MinAx;PosAng;B-Mag;V-Mag;J-Mag;H-Mag;K-Mag;SurfBr;"
                    + "Hubble;Pax;Pm-RA;Pm-Dec;RadVel;Redshift;Cstar U-Mag;Cstar B-Mag;Cstar V-Mag;M;NGC;IC;Cstar Names;Identifiers;"
                    + "Common names;NED notes;OpenNGC notes;Sources\n";
    private static final String SPIRAL =
            "NGC9001 NED02;G;01:30:00.00;-00:15:00.0;Cet;2.00;1.00;45;14.00;13.20;11.00;10.50;10.20;"
                    + "23.00;Sb;;;;7000;0.023600;;;;077;9101;;;PGC 999001,UGC 99001;Test Galaxy,Twin of Test;"
                    + "\"A note; with a semicolon and a \"\"quote\"\".\";Ours.;Type:1\n";
    private static final String LOST = "IC9002;NonEx;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;Type:1\n";
    private static final String CLUSTER = "IC9003;OCl;02:00:00.00;+10:30:00.0;Ari;;;;;;;;;;;;;;;;;;;;;;;;;;;Type:1\n";

    private static OpenNgc catalogue(String... rows) {
        try {
            return OpenNgc.read(new BufferedReader(new StringReader(HEADER + String.join("", rows))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRowBecomesTypedMetadata() {
        ObjectNode line = catalogue(SPIRAL).metadata().findFirst().orElseThrow();
        assertThat(line.path("record").stringValue()).isEqualTo("urn:osa:localhost:rec:ngc9001-ned02@1");
        JsonNode values = line.path("values");
        assertThat(values.path("name").stringValue()).isEqualTo("NGC9001 NED02");
        assertThat(values.path("object_type").stringValue()).isEqualTo("G");
        assertThat(values.path("constellation").stringValue()).isEqualTo("Cet");
        assertThat(values.path("ra_deg").doubleValue()).isEqualTo(22.5);
        assertThat(values.path("dec_deg").doubleValue()).isEqualTo(-0.25);
        assertThat(values.path("messier").intValue()).isEqualTo(77);
        assertThat(values.path("redshift").doubleValue()).isEqualTo(0.0236);
        assertThat(values.path("common_names").toString()).isEqualTo("[\"Test Galaxy\",\"Twin of Test\"]");
        assertThat(values.path("notes").stringValue()).isEqualTo("A note; with a semicolon and a \"quote\". Ours.");
    }

    @Test
    void whatTheCatalogueDoesNotSayIsAbsent() {
        JsonNode values =
                catalogue(CLUSTER).metadata().findFirst().orElseThrow().path("values");
        assertThat(values.propertyNames())
                .containsExactly("name", "object_type", "constellation", "ra_deg", "dec_deg", "common_names");
    }

    @Test
    void anObjectWithoutPositionIsARecordWithoutMetadata() {
        OpenNgc catalogue = catalogue(SPIRAL, LOST, CLUSTER);
        assertThat(catalogue.size()).isEqualTo(3);
        assertThat(catalogue.records("openngc")).hasSize(3);
        assertThat(catalogue.metadata()).hasSize(2);
        assertThat(catalogue.search()).hasSize(3);
    }

    @Test
    void everyValueThatIsSentIsDefined() {
        OpenNgc catalogue = catalogue(SPIRAL, CLUSTER);
        assertThat(names(catalogue.definitions().path("schema").path("fields")))
                .containsAll(catalogue
                        .metadata()
                        .findFirst()
                        .orElseThrow()
                        .path("values")
                        .propertyNames());
        for (JsonNode hook : catalogue.definitions().path("hooks")) {
            String name = hook.path("name").stringValue();
            JsonNode row = catalogue
                    .features(name)
                    .findFirst()
                    .orElseThrow()
                    .path("rows")
                    .path(0);
            assertThat(names(hook.path("columns"))).as(name).containsAll(row.propertyNames());
        }
        assertThat(catalogue
                        .definitions()
                        .path("vectors")
                        .path(0)
                        .path("dimension")
                        .intValue())
                .isEqualTo(ProfileVectors.DIMENSION);
    }

    @Test
    void photometryIsComputedFromTheRow() {
        JsonNode row = catalogue(SPIRAL)
                .features("photometry")
                .findFirst()
                .orElseThrow()
                .path("rows")
                .path(0);
        assertThat(row.path("axis_ratio").doubleValue()).isEqualTo(0.5);
        assertThat(row.path("colour_j_k").doubleValue()).isCloseTo(0.8, within(1e-12));
        assertThat(row.path("mean_surface_brightness").doubleValue())
                .isCloseTo(14 + 2.5 * Math.log10(Math.PI / 4 * 2 * 1 * 3600), within(1e-12));
        assertThat(row.path("inclination_deg").doubleValue())
                .isCloseTo(Math.toDegrees(Math.acos(Math.sqrt((0.25 - 0.04) / 0.96))), within(1e-12));
        double distance = row.path("distance_mpc").doubleValue();
        assertThat(distance).isCloseTo(102.9, within(0.1));
        assertThat(row.path("absolute_b").doubleValue()).isCloseTo(14 - 5 * Math.log10(distance * 1e5), within(1e-12));
        assertThat(row.path("confidence").doubleValue()).isEqualTo(1);
        assertThat(row.path("quality").stringValue()).isEqualTo("complete");
    }

    @Test
    void anObjectOfWhichNothingIsMeasuredHasNoPhotometry() {
        assertThat(catalogue(CLUSTER).features("photometry")).isEmpty();
    }

    @Test
    void identifiersAreSplitIntoCatalogueAndNumber() {
        JsonNode rows = catalogue(SPIRAL)
                .features("identifiers")
                .findFirst()
                .orElseThrow()
                .path("rows");
        assertThat(StreamSupport.stream(rows.spliterator(), false).map(JsonNode::toString))
                .containsExactly(
                        "{\"catalogue\":\"M\",\"identifier\":\"077\"}",
                        "{\"catalogue\":\"NGC\",\"identifier\":\"9101\"}",
                        "{\"catalogue\":\"PGC\",\"identifier\":\"999001\"}",
                        "{\"catalogue\":\"UGC\",\"identifier\":\"99001\"}");
    }

    @Test
    void textsAreWeightedNamesFirst() {
        JsonNode texts = catalogue(SPIRAL).search().findFirst().orElseThrow().path("texts");
        assertThat(texts.path("a").stringValue()).contains("NGC 9001 NED02", "Messier 77", "Test Galaxy");
        assertThat(texts.path("b").stringValue()).isEqualTo("galaxy, spiral Sb, Cetus");
        assertThat(texts.path("c").stringValue()).contains("semicolon");
        assertThat(texts.path("d").stringValue()).contains("PGC 999001");
    }

    @Test
    void vectorsHaveUnitLength() {
        for (ObjectNode line : catalogue(SPIRAL, LOST, CLUSTER).search().toList()) {
            double squares = 0;
            for (JsonNode number : line.path("vectors").path("profile")) {
                squares += number.doubleValue() * number.doubleValue();
            }
            assertThat(squares).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aFileThatIsNotTheCatalogueIsRefusedWithThePlace() {
        assertThatThrownBy(() -> catalogue("NGC1;G;1:2\n")).hasMessage("line 2 has 3 columns, the header 32");
        assertThatThrownBy(() -> catalogue(SPIRAL, SPIRAL)).hasMessage("line 3: NGC9001 NED02 is there twice");
        assertThatThrownBy(() -> catalogue(SPIRAL.replace("14.00", "bright")))
                .hasMessage("line 2: B-Mag is no number: \"bright\"");
        assertThatThrownBy(() -> catalogue(SPIRAL.replace("01:30:00.00", "noon")))
                .hasMessage("line 2: RA is no angle like 00:42:44.3: \"noon\"");
        assertThatThrownBy(() -> CatalogueRow.columns("a,b,c")).hasMessageContaining("this is not OpenNGC's NGC.csv");
    }

    @Test
    void everyConstellationAndTypeHasAName() {
        Map<String, String> texts = new SearchTexts()
                .of(DeepSkyObject.of(CatalogueRow.of(2, CatalogueRow.columns(HEADER.strip()), CLUSTER.strip())));
        assertThat(texts.get("b")).isEqualTo("open cluster, Aries");
    }

    private static List<String> names(JsonNode definitions) {
        return StreamSupport.stream(definitions.spliterator(), false)
                .map(definition -> definition.path("name").stringValue())
                .toList();
    }
}
