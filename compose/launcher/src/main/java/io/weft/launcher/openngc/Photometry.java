package io.weft.launcher.openngc;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What the hook {@code photometry} computes of an object.
 *
 * @param meanSurfaceBrightness B magnitude per square arcsecond of the ellipse
 * @param axisRatio             minor by major axis
 * @param inclination           degrees; of a disk 0.2 as thick as wide (Hubble 1926), 90 where it looks thinner still
 * @param colour                J − K
 * @param distance              luminosity distance in Mpc, from redshift 0.003 on, below which own motions count too much
 * @param absoluteB             absolute B magnitude at that distance
 * @param confidence            the share of the six inputs (B, J, K, both axes, redshift) that the catalogue knows
 */
record Photometry(
        OptionalDouble meanSurfaceBrightness,
        OptionalDouble axisRatio,
        OptionalDouble inclination,
        OptionalDouble colour,
        OptionalDouble distance,
        OptionalDouble absoluteB,
        double confidence) {

    static final double SMALLEST_REDSHIFT = 0.003;
    private static final double INPUTS = 6;
    private static final double THINNEST_SQUARED = 0.04;

    /** Empty if the catalogue knows none of the inputs. */
    static Optional<Photometry> of(DeepSkyObject object) {
        OptionalDouble b = object.magnitudes().b();
        OptionalDouble j = object.magnitudes().j();
        OptionalDouble k = object.magnitudes().k();
        OptionalDouble major = object.axes().major();
        OptionalDouble minor = object.axes().minor();
        long present = Stream.of(b, j, k, major, minor, object.redshift())
                .filter(OptionalDouble::isPresent)
                .count();
        if (present == 0) {
            return Optional.empty();
        }
        OptionalDouble ratio = object.axes().ratio();
        OptionalDouble distance =
                object.redshift().isPresent() && object.redshift().getAsDouble() >= SMALLEST_REDSHIFT
                        ? OptionalDouble.of(
                                Cosmology.luminosityDistance(object.redshift().getAsDouble()))
                        : OptionalDouble.empty();
        return Optional.of(new Photometry(
                b.isPresent() && ratio.isPresent() && minor.getAsDouble() > 0
                        ? OptionalDouble.of(
                                surfaceBrightness(b.getAsDouble(), major.getAsDouble(), minor.getAsDouble()))
                        : OptionalDouble.empty(),
                ratio,
                ratio.isPresent() ? OptionalDouble.of(inclination(ratio.getAsDouble())) : OptionalDouble.empty(),
                j.isPresent() && k.isPresent()
                        ? OptionalDouble.of(j.getAsDouble() - k.getAsDouble())
                        : OptionalDouble.empty(),
                distance,
                b.isPresent() && distance.isPresent()
                        ? OptionalDouble.of(b.getAsDouble() - 5 * Math.log10(distance.getAsDouble() * 1e5))
                        : OptionalDouble.empty(),
                present / INPUTS));
    }

    String quality() {
        return confidence > 0.9 ? "complete" : confidence >= 0.6 ? "good" : confidence >= 0.3 ? "fair" : "poor";
    }

    private static double surfaceBrightness(double b, double major, double minor) {
        return b + 2.5 * Math.log10(Math.PI / 4 * major * minor * 3600);
    }

    private static double inclination(double ratio) {
        double cosineSquared = (ratio * ratio - THINNEST_SQUARED) / (1 - THINNEST_SQUARED);
        return Math.toDegrees(Math.acos(Math.sqrt(Math.clamp(cosineSquared, 0, 1))));
    }
}
