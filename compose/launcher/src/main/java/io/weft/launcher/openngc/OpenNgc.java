package io.weft.launcher.openngc;

import io.weft.launcher.loading.DataSet;
import io.weft.launcher.loading.Definitions;
import io.weft.launcher.loading.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue as records of schema {@code deep-sky-object}, with the hooks {@code photometry}, {@code neighbours}, {@code identifiers}. */
public final class OpenNgc implements DataSet {
    private static final int NEIGHBOURS = 5;
    private static final String OWNER = "openngc";

    private final List<DeepSkyObject> objects;
    private final List<List<Neighbour>> neighbours;
    private final ProfileVectors vectors;
    private final SearchTexts texts = new SearchTexts();

    private OpenNgc(List<DeepSkyObject> objects) {
        this.objects = List.copyOf(objects);
        this.neighbours = Neighbour.of(objects, NEIGHBOURS);
        this.vectors = new ProfileVectors(objects);
    }

    /**
     * Reads the table {@code NGC.csv} of OpenNGC.
     *
     * @throws CatalogueProblem if it is something else; the message names line and column
     * @throws IOException if it cannot be read
     */
    public static OpenNgc read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return read(reader);
        }
    }

    static OpenNgc read(BufferedReader reader) throws IOException {
        String header = reader.readLine();
        if (header == null) {
            throw new CatalogueProblem("line 1: the file is empty");
        }
        Map<String, Integer> columns = CatalogueRow.columns(header);
        List<DeepSkyObject> objects = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            DeepSkyObject object = DeepSkyObject.of(CatalogueRow.of(number, columns, line));
            if (!ids.add(object.id())) {
                throw new CatalogueProblem("line " + number + ": " + object.name() + " is there twice");
            }
            objects.add(object);
        }
        return new OpenNgc(objects);
    }

    @Override
    public String title() {
        return "OpenNGC, by Mattia Verga and contributors (CC-BY-SA-4.0)";
    }

    @Override
    public int size() {
        return objects.size();
    }

    @Override
    public JsonNode definitions() {
        return Definitions.of(OpenNgc.class);
    }

    @Override
    public List<String> owners() {
        return List.of(OWNER);
    }

    @Override
    public Stream<ObjectNode> records(String owner) {
        return objects.stream()
                .map(object -> Line.record(object.id(), "deep-sky-object", "1.0.0", "openngc:" + object.name()));
    }

    /** The schema wants a position: the seven entries that nobody ever found have no row. */
    @Override
    public Stream<ObjectNode> metadata() {
        return objects.stream()
                .flatMap(object -> object.position().map(position -> metadata(object, position)).stream());
    }

    @Override
    public Stream<ObjectNode> features(String hook) {
        Function<Integer, List<ObjectNode>> rows = switch (hook) {
            case "photometry" ->
                index -> Photometry.of(objects.get(index)).map(OpenNgc::row).stream()
                        .toList();
            case "neighbours" ->
                index -> neighbours.get(index).stream().map(OpenNgc::row).toList();
            case "identifiers" -> index -> identifiers(objects.get(index));
            default -> throw new IllegalArgumentException("OpenNGC has no hook " + hook);
        };
        return IntStream.range(0, objects.size())
                .mapToObj(index -> Line.features(objects.get(index).id(), rows.apply(index)))
                .filter(line -> !line.path("rows").isEmpty());
    }

    @Override
    public Stream<ObjectNode> search() {
        return objects.stream()
                .map(object -> Line.search(object.id(), texts.of(object), Map.of("profile", vectors.of(object))));
    }

    private static ObjectNode metadata(DeepSkyObject object, SkyPosition position) {
        ObjectNode line = Line.of(object.id());
        ObjectNode values = line.putObject("values");
        values.put("name", object.name());
        values.put("object_type", object.type());
        object.constellation().ifPresent(value -> values.put("constellation", value));
        values.put("ra_deg", position.ra());
        values.put("dec_deg", position.dec());
        Line.put(values, "major_axis", object.axes().major());
        Line.put(values, "minor_axis", object.axes().minor());
        Line.put(values, "position_angle", object.axes().angle());
        Line.put(values, "b_mag", object.magnitudes().b());
        Line.put(values, "v_mag", object.magnitudes().v());
        Line.put(values, "j_mag", object.magnitudes().j());
        Line.put(values, "h_mag", object.magnitudes().h());
        Line.put(values, "k_mag", object.magnitudes().k());
        Line.put(values, "surface_brightness", object.surfaceBrightness());
        object.hubbleType().ifPresent(value -> values.put("hubble_type", value));
        Line.put(values, "radial_velocity", object.velocity());
        Line.put(values, "redshift", object.redshift());
        object.messier().ifPresent(value -> values.put("messier", value));
        object.commonNames().forEach(values.putArray("common_names")::add);
        object.notes().ifPresent(value -> values.put("notes", value));
        return line;
    }

    private static ObjectNode row(Photometry photometry) {
        ObjectNode row = Line.object();
        Line.put(row, "mean_surface_brightness", photometry.meanSurfaceBrightness());
        Line.put(row, "axis_ratio", photometry.axisRatio());
        Line.put(row, "inclination_deg", photometry.inclination());
        Line.put(row, "colour_j_k", photometry.colour());
        Line.put(row, "distance_mpc", photometry.distance());
        Line.put(row, "absolute_b", photometry.absoluteB());
        row.put("quality", photometry.quality());
        row.put("confidence", photometry.confidence());
        return row;
    }

    private static ObjectNode row(Neighbour neighbour) {
        ObjectNode row = Line.object();
        row.put("neighbour_name", neighbour.name());
        row.put("separation_arcmin", neighbour.separation());
        Line.put(row, "velocity_difference", neighbour.velocityDifference());
        neighbour.likelyCompanion().ifPresent(value -> row.put("likely_companion", value));
        return row;
    }

    private static List<ObjectNode> identifiers(DeepSkyObject object) {
        return object.identifiers().stream()
                .map(identifier -> {
                    int space = identifier.indexOf(' ');
                    ObjectNode row = Line.object();
                    row.put("catalogue", space < 0 ? identifier : identifier.substring(0, space));
                    row.put(
                            "identifier",
                            space < 0
                                    ? identifier
                                    : identifier.substring(space + 1).strip());
                    return row;
                })
                .toList();
    }
}
