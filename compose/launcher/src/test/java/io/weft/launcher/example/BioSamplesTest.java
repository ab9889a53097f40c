package io.weft.launcher.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BioSamplesTest {

    @Test
    void theSameSeedInventsTheSameSamples() {
        assertThat(lines(BioSamples.ofSize(200))).isEqualTo(lines(BioSamples.ofSize(200)));
    }

    @Test
    void aLargerSetBeginsWithTheSmallerOne() {
        assertThat(BioSamples.ofSize(40).metadata().limit(20).toList())
                .isEqualTo(BioSamples.ofSize(20).metadata().toList());
    }

    @Test
    void everyOwnerHasRecordsOfEveryVisibility() {
        BioSamples samples = BioSamples.ofSize(BioSamples.SIZE);
        for (String owner : samples.owners()) {
            assertThat(samples.records(owner)
                            .map(line -> line.path("visibility").stringValue())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("PUBLIC", "RESTRICTED", "EMBARGOED");
        }
        assertThat(samples.owners().stream().flatMap(samples::records)).hasSize(BioSamples.SIZE);
    }

    @Test
    void theReadyMadeQuerysRecordIsPublic() {
        JsonNode first = BioSamples.ofSize(1).records("ada").findFirst().orElseThrow();
        assertThat(first.path("id").stringValue()).isEqualTo("bio-00001");
        assertThat(first.path("visibility").stringValue()).isEqualTo("PUBLIC");
    }

    @Test
    void samplesOfOneTissueHaveNearEmbeddings() {
        List<BioSample> samples = Stream.iterate(0, i -> i + 1)
                .limit(400)
                .map(number -> BioSample.invented(1, number))
                .toList();
        BioSample first = samples.getFirst();
        double[] means = {0, 0};
        int[] counts = {0, 0};
        for (BioSample other : samples.subList(1, samples.size())) {
            int kind = other.tissue() == first.tissue() ? 0 : 1;
            means[kind] += cosine(first.embedding(), other.embedding());
            counts[kind]++;
        }
        assertThat(means[0] / counts[0]).isGreaterThan(0.5);
        assertThat(means[1] / counts[1]).isLessThan(0.5);
    }

    private static List<String> lines(BioSamples samples) {
        return Stream.of(
                        samples.owners().stream().flatMap(samples::records),
                        samples.metadata(),
                        samples.features("cell_classifier"),
                        samples.features("marker_genes"),
                        samples.search())
                .flatMap(stream -> stream.map(JsonNode::toString))
                .toList();
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
