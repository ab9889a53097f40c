package io.weft.launcher.openngc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The vector {@code profile}: colours, sizes, magnitudes, surface brightness and axis ratio, each standardised over the whole catalogue
 * (an unknown one is the mean, 0), and the type as one-hot; of unit length. Near vectors are objects of like appearance.
 */
final class ProfileVectors {

    /** The catalogue's types in a fixed order: a vector's place must never change its meaning. */
    static final List<String> TYPES = List.of(
            "*", "**", "*Ass", "OCl", "GCl", "Cl+N", "G", "GPair", "GTrpl", "GGroup", "PN", "HII", "DrkN", "EmN", "Neb",
            "RfN", "SNR", "Nova", "NonEx", "Dup", "Other");

    private static final int NUMBERS = 14;
    static final int DIMENSION = NUMBERS + TYPES.size();

    private final double[] mean = new double[NUMBERS];
    private final double[] deviation = new double[NUMBERS];

    ProfileVectors(List<DeepSkyObject> objects) {
        for (int i = 0; i < NUMBERS; i++) {
            int column = i;
            double[] known = objects.stream()
                    .map(object -> numbers(object).get(column))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .toArray();
            mean[i] = Arrays.stream(known).average().orElse(0);
            double average = mean[i];
            double variance = Arrays.stream(known)
                    .map(value -> (value - average) * (value - average))
                    .average()
                    .orElse(0);
            deviation[i] = variance > 0 ? Math.sqrt(variance) : 1;
        }
    }

    float[] of(DeepSkyObject object) {
        double[] vector = new double[DIMENSION];
        List<OptionalDouble> numbers = numbers(object);
        for (int i = 0; i < NUMBERS; i++) {
            OptionalDouble number = numbers.get(i);
            vector[i] = number.isPresent() ? (number.getAsDouble() - mean[i]) / deviation[i] : 0;
        }
        int type = TYPES.indexOf(object.type());
        if (type < 0) {
            throw new CatalogueProblem(
                    object.name() + " has the unknown type \"" + object.type() + "\"; known are " + TYPES);
        }
        vector[NUMBERS + type] = 1;
        double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
        float[] unit = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    private static List<OptionalDouble> numbers(DeepSkyObject object) {
        DeepSkyObject.Magnitudes magnitude = object.magnitudes();
        List<OptionalDouble> numbers = new ArrayList<>(List.of(
                difference(magnitude.b(), magnitude.v()),
                difference(magnitude.b(), magnitude.k()),
                difference(magnitude.j(), magnitude.h()),
                difference(magnitude.h(), magnitude.k()),
                difference(magnitude.j(), magnitude.k()),
                logarithm(object.axes().major()),
                logarithm(object.axes().minor()),
                magnitude.b(),
                magnitude.v(),
                magnitude.j(),
                magnitude.h(),
                magnitude.k(),
                object.surfaceBrightness(),
                object.axes().ratio()));
        assert numbers.size() == NUMBERS;
        return numbers;
    }

    private static OptionalDouble difference(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Sizes span four orders of magnitude: only their logarithm is comparable. */
    private static OptionalDouble logarithm(OptionalDouble size) {
        return size.isPresent() && size.getAsDouble() > 0
                ? OptionalDouble.of(Math.log10(size.getAsDouble()))
                : OptionalDouble.empty();
    }
}
