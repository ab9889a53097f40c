package io.weft.gateway.differential;

import io.weft.gateway.differential.Cut.Part;
import io.weft.gateway.differential.Cut.PartType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a failure small: first the operation, then the subgraphs, as long as the answers still differ. */
final class Shrink {

    private final World world;
    private final long seed;

    private Shrink(World world, long seed) {
        this.world = world;
        this.seed = seed;
    }

    /** What is left. */
    record Smallest(Cut cut, CutGateway gateway, RandomOperation operation, String whole) {
        String report(World world) {
            return operation.document() + operation.variables() + "\n"
                    + gateway.difference(operation).orElse("(no longer differs)") + "\n"
                    + gateway.printPlan(operation) + CutGateway.sdls(world, cut)
                    + "\n# === before the subgraphs were made small\n" + whole;
        }

        void writeScenario(World world, Path folder) {
            WriteScenario.write(world, cut, List.of(operation), folder);
        }
    }

    static Smallest shrink(World world, Cut cut, CutGateway gateway, RandomOperation operation, long seed) {
        Shrink shrink = new Shrink(world, seed);
        RandomOperation smallest = shrink.operation(gateway, operation);
        String whole = gateway.difference(smallest).orElse("") + "\n" + gateway.printPlan(smallest)
                + CutGateway.sdls(world, cut);
        return shrink.cut(new Smallest(cut, gateway, smallest, whole));
    }

    private RandomOperation operation(CutGateway gateway, RandomOperation operation) {
        for (RandomOperation smaller : operation.smaller()) {
            if (gateway.difference(smaller).isPresent()) {
                return operation(gateway, smaller);
            }
        }
        return operation;
    }

    /** Takes out one field, type or root after the other, and puts it back where the failure goes with it. */
    private Smallest cut(Smallest known) {
        Smallest smallest = known;
        for (Part part : List.copyOf(known.cut().parts())) {
            smallest = without(smallest, part.queries);
            smallest = without(smallest, part.mutations);
            smallest = without(smallest, part.types);
            for (PartType type : List.copyOf(part.types.values())) {
                smallest = without(smallest, type.fields);
                smallest = without(smallest, type.keys);
            }
        }
        for (Part part : List.copyOf(known.cut().parts())) {
            List<Part> fewer = new ArrayList<>(smallest.cut().parts());
            fewer.remove(part);
            smallest = fails(smallest, new Cut(fewer)).orElse(smallest);
        }
        return smallest;
    }

    private <K, V> Smallest without(Smallest known, Map<K, V> things) {
        Smallest smallest = known;
        for (K key : List.copyOf(things.keySet())) {
            V taken = things.remove(key);
            Optional<Smallest> smaller = fails(smallest, smallest.cut());
            if (smaller.isPresent()) {
                smallest = smaller.get();
            } else {
                things.put(key, taken);
            }
        }
        return smallest;
    }

    private Optional<Smallest> fails(Smallest known, Cut cut) {
        try {
            return CutGateway.start(world, cut, seed) instanceof CutGateway.Start.Started(CutGateway gateway)
                            && gateway.difference(known.operation()).isPresent()
                    ? Optional.of(new Smallest(cut, gateway, known.operation(), known.whole()))
                    : Optional.empty();
        } catch (RuntimeException broken) {
            // what is left of the cut no longer holds together: this piece is needed
            return Optional.empty();
        }
    }
}
