package io.weft.launcher.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One invented sample. */
record BioSample(
        String id,
        String owner,
        Access access,
        String species,
        Tissue tissue,
        Optional<String> disease,
        Optional<Integer> donorAge,
        LocalDate collectedOn,
        boolean certified,
        double confidence,
        List<Marker> markers,
        float[] embedding) {

    enum Access {
        PUBLIC,
        RESTRICTED,
        EMBARGOED
    }

    record Marker(String gene, double logFoldChange, double pValue) {}

    static final List<String> OWNERS = List.of("ada", "ben", "cleo");
    static final int DIMENSION = 32;
    private static final List<String> SPECIES = List.of(
            "Homo sapiens",
            "Homo sapiens",
            "Homo sapiens",
            "Mus musculus",
            "Mus musculus",
            "Rattus norvegicus",
            "Danio rerio");
    private static final Map<String, String> DISEASES = diseases();
    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
    private static final int DAYS = 8 * 365;

    static BioSample invented(long seed, int number) {
        Random random = new Random(seed * 31 + number);
        Tissue tissue = Tissue.values()[random.nextInt(Tissue.values().length)];
        String species = SPECIES.get(random.nextInt(SPECIES.size()));
        List<String> diseases = List.copyOf(DISEASES.keySet());
        int accessDraw = random.nextInt(20);
        return new BioSample(
                "bio-%05d".formatted(number + 1),
                OWNERS.get(number % OWNERS.size()),
                accessDraw < 17 ? Access.PUBLIC : accessDraw < 19 ? Access.RESTRICTED : Access.EMBARGOED,
                species,
                tissue,
                random.nextInt(3) == 0 ? Optional.of(diseases.get(random.nextInt(diseases.size()))) : Optional.empty(),
                species.startsWith("Homo") ? Optional.of(18 + random.nextInt(75)) : Optional.empty(),
                FIRST_DAY.plusDays(random.nextInt(DAYS)),
                random.nextInt(4) != 0,
                rounded(0.5 + 0.5 * Math.sqrt(random.nextDouble())),
                markers(random, tissue),
                embedding(random, tissue));
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a", id + ", " + species + ", " + tissue.label());
        texts.put(
                "b",
                tissue.cell() + disease.map(term -> ", " + DISEASES.get(term)).orElse(", healthy"));
        texts.put(
                "c",
                "Sample of " + tissue.label() + " tissue of " + species + ", taken in " + collectedOn.getYear()
                        + (certified ? ", certified by a biobank" : ""));
        texts.put("d", String.join(" ", markers.stream().map(Marker::gene).toList()));
        return texts;
    }

    private static List<Marker> markers(Random random, Tissue tissue) {
        List<Marker> markers = new ArrayList<>();
        for (String gene : tissue.genes()) {
            if (random.nextInt(5) != 0) {
                markers.add(new Marker(
                        gene, rounded(1 + 5 * random.nextDouble()), Math.pow(10, -(1 + random.nextInt(12)))));
            }
        }
        return List.copyOf(markers);
    }

    /** Samples of one tissue lie near one another. */
    private static float[] embedding(Random random, Tissue tissue) {
        Random centre = new Random(tissue.ordinal() + 1L);
        double[] vector = new double[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = centre.nextGaussian() + 0.6 * random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        float[] unit = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return unit;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static Map<String, String> diseases() {
        Map<String, String> diseases = new LinkedHashMap<>();
        diseases.put("MONDO:0005148", "type 2 diabetes mellitus");
        diseases.put("MONDO:0004975", "Alzheimer disease");
        diseases.put("MONDO:0005180", "Parkinson disease");
        diseases.put("MONDO:0005300", "chronic kidney disease");
        diseases.put("MONDO:0004979", "asthma");
        diseases.put("MONDO:0005083", "psoriasis");
        return diseases;
    }
}
