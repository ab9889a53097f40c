package io.weft.launcher.example;

import io.weft.launcher.loading.DataSet;
import io.weft.launcher.loading.Definitions;
import io.weft.launcher.loading.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Invented samples of schema {@code bio-sample}, the same for the same seed: three owners, most records public, some restricted to their
 * owner and curators, some embargoed until 2100; hooks {@code cell_classifier} (one) and {@code marker_genes} (many).
 */
public final class BioSamples implements DataSet {
    public static final int SIZE = 3000;
    private static final long SEED = 20_260_101L;

    private final List<BioSample> samples;

    private BioSamples(List<BioSample> samples) {
        this.samples = List.copyOf(samples);
    }

    public static BioSamples ofSize(int size) {
        return new BioSamples(IntStream.range(0, size)
                .mapToObj(number -> BioSample.invented(SEED, number))
                .toList());
    }

    @Override
    public String title() {
        return "invented samples of tissue";
    }

    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public JsonNode definitions() {
        return Definitions.of(BioSamples.class);
    }

    @Override
    public List<String> owners() {
        return BioSample.OWNERS;
    }

    @Override
    public Stream<ObjectNode> records(String owner) {
        return samples.stream().filter(sample -> sample.owner().equals(owner)).map(sample -> {
            ObjectNode line = Line.record(sample.id(), "bio-sample", "1.0.0", "example:" + sample.id());
            switch (sample.access()) {
                case PUBLIC -> line.put("visibility", "PUBLIC");
                case RESTRICTED -> line.put("visibility", "RESTRICTED");
                case EMBARGOED -> line.put("visibility", "EMBARGOED").put("embargoedUntil", "2100-01-01T00:00:00Z");
            }
            return line;
        });
    }

    @Override
    public Stream<ObjectNode> metadata() {
        return samples.stream().map(sample -> {
            ObjectNode line = Line.of(sample.id());
            ObjectNode values = line.putObject("values");
            values.put("species", sample.species());
            values.put("tissue", sample.tissue().term());
            sample.disease().ifPresent(disease -> values.put("disease", disease));
            sample.donorAge().ifPresent(age -> values.put("donor_age", age));
            values.put("collected_on", sample.collectedOn().toString());
            values.put("certified", sample.certified());
            return line;
        });
    }

    @Override
    public Stream<ObjectNode> features(String hook) {
        return switch (hook) {
            case "cell_classifier" -> samples.stream().map(BioSamples::classified);
            case "marker_genes" -> samples.stream().map(BioSamples::markers);
            default -> throw new IllegalArgumentException("The example has no hook " + hook);
        };
    }

    @Override
    public Stream<ObjectNode> search() {
        return samples.stream()
                .map(sample -> Line.search(sample.id(), sample.texts(), Map.of("expression", sample.embedding())));
    }

    private static ObjectNode classified(BioSample sample) {
        ObjectNode row = Line.object();
        row.put("label", sample.tissue().cell());
        row.put("confidence", sample.confidence());
        return Line.features(sample.id(), List.of(row));
    }

    private static ObjectNode markers(BioSample sample) {
        return Line.features(
                sample.id(),
                sample.markers().stream()
                        .map(marker -> {
                            ObjectNode row = Line.object();
                            row.put("gene", marker.gene());
                            row.put("log_fold_change", marker.logFoldChange());
                            row.put("p_value", marker.pValue());
                            return row;
                        })
                        .toList());
    }
}
