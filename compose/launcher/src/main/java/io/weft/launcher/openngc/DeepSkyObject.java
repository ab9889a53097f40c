package io.weft.launcher.openngc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One object of the catalogue.
 *
 * @param name        as the catalogue writes it, {@code IC0043}
 * @param type        the catalogue's code, {@code G}, {@code OCl}, …
 * @param position    right ascension and declination; absent for seven entries that nobody ever found
 * @param axes        major and minor axis in arcminutes, the position angle in degrees
 * @param magnitudes  by band
 * @param velocity    radial velocity in km/s
 * @param commonNames none to several
 * @param identifiers names in other catalogues, {@code PGC 002536}
 */
record DeepSkyObject(
        String name,
        String type,
        Optional<String> constellation,
        Optional<SkyPosition> position,
        Axes axes,
        Magnitudes magnitudes,
        OptionalDouble surfaceBrightness,
        Optional<String> hubbleType,
        OptionalDouble velocity,
        OptionalDouble redshift,
        Optional<Integer> messier,
        List<String> commonNames,
        List<String> identifiers,
        Optional<String> notes) {

    record Axes(OptionalDouble major, OptionalDouble minor, OptionalDouble angle) {
        /** Minor by major axis. */
        OptionalDouble ratio() {
            return major.isPresent() && minor.isPresent() && major.getAsDouble() > 0
                    ? OptionalDouble.of(minor.getAsDouble() / major.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    record Magnitudes(OptionalDouble b, OptionalDouble v, OptionalDouble j, OptionalDouble h, OptionalDouble k) {}

    DeepSkyObject {
        commonNames = List.copyOf(commonNames);
        identifiers = List.copyOf(identifiers);
    }

    static DeepSkyObject of(CatalogueRow row) {
        OptionalDouble ra = row.sexagesimal("RA", 15);
        OptionalDouble dec = row.sexagesimal("Dec", 1);
        List<String> identifiers = new ArrayList<>();
        row.text("M").ifPresent(number -> identifiers.add("M " + number));
        row.text("NGC").stream().flatMap(DeepSkyObject::listed).forEach(number -> identifiers.add("NGC " + number));
        row.text("IC").stream().flatMap(DeepSkyObject::listed).forEach(number -> identifiers.add("IC " + number));
        row.text("Identifiers").stream().flatMap(DeepSkyObject::listed).forEach(identifiers::add);
        String notes = String.join(
                " ",
                Stream.of(row.text("NED notes"), row.text("OpenNGC notes"))
                        .flatMap(Optional::stream)
                        .toList());
        return new DeepSkyObject(
                row.required("Name"),
                row.required("Type"),
                row.text("Const"),
                ra.isPresent() && dec.isPresent()
                        ? Optional.of(new SkyPosition(ra.getAsDouble(), dec.getAsDouble()))
                        : Optional.empty(),
                new Axes(row.number("MajAx"), row.number("MinAx"), row.number("PosAng")),
                new Magnitudes(
                        row.number("B-Mag"),
                        row.number("V-Mag"),
                        row.number("J-Mag"),
                        row.number("H-Mag"),
                        row.number("K-Mag")),
                row.number("SurfBr"),
                row.text("Hubble"),
                row.number("RadVel"),
                row.number("Redshift"),
                row.number("M").stream().mapToObj(number -> (int) number).findFirst(),
                row.text("Common names").stream().flatMap(DeepSkyObject::listed).toList(),
                identifiers.stream().distinct().toList(),
                notes.isEmpty() ? Optional.empty() : Optional.of(notes));
    }

    /** The record's id: {@code ic0043}, {@code ngc0055-ned01}. */
    String id() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    boolean isGalaxy() {
        return type.equals("G") || type.equals("GPair") || type.equals("GTrpl") || type.equals("GGroup");
    }

    private static Stream<String> listed(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
