package io.weft.launcher.openngc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the hook {@code neighbours} computes: an object near another on the sky.
 *
 * @param separation         arcminutes
 * @param velocityDifference km/s, never negative; absent if one of the two velocities is
 * @param likelyCompanion    two galaxies whose velocities differ by 500 km/s at most; absent if nobody knows the velocities
 */
record Neighbour(String name, double separation, OptionalDouble velocityDifference, Optional<Boolean> likelyCompanion) {

    private static final double COMPANION_VELOCITY = 500;

    /** The nearest five of every object that has a position; the lists are in the order of the objects. */
    static List<List<Neighbour>> of(List<DeepSkyObject> objects, int count) {
        List<DeepSkyObject> placed =
                objects.stream().filter(object -> object.position().isPresent()).toList();
        SkyTree tree = new SkyTree(
                placed.stream().flatMap(object -> object.position().stream()).toList());
        List<List<Neighbour>> all = new ArrayList<>(objects.size());
        int index = 0;
        for (DeepSkyObject object : objects) {
            if (object.position().isEmpty()) {
                all.add(List.of());
            } else {
                all.add(tree.nearest(index++, count).stream()
                        .map(found -> between(object, placed.get(found.index()), found.squaredChord()))
                        .toList());
            }
        }
        return all;
    }

    private static Neighbour between(DeepSkyObject object, DeepSkyObject other, double squaredChord) {
        OptionalDouble difference =
                object.velocity().isPresent() && other.velocity().isPresent()
                        ? OptionalDouble.of(Math.abs(object.velocity().getAsDouble()
                                - other.velocity().getAsDouble()))
                        : OptionalDouble.empty();
        Optional<Boolean> companion;
        if (!object.isGalaxy() || !other.isGalaxy()) {
            companion = Optional.of(false);
        } else if (difference.isEmpty()) {
            companion = Optional.empty();
        } else {
            companion = Optional.of(difference.getAsDouble() <= COMPANION_VELOCITY);
        }
        return new Neighbour(other.name(), SkyPosition.arcminutes(squaredChord), difference, companion);
    }
}
