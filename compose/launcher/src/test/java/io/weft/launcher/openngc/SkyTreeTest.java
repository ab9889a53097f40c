package io.weft.launcher.openngc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkyTreeTest {

    @Test
    void theNearestAreThoseThatLookingAtAllFinds() {
        Random random = new Random(7);
        List<SkyPosition> positions = IntStream.range(0, 1500)
                // Dense around a pole and around the zero of right ascension, where angles are treacherous; some twice.
                .mapToObj(i -> switch (i % 4) {
                    case 0 -> new SkyPosition(360 * random.nextDouble(), 88 + 2 * random.nextDouble());
                    case 1 -> new SkyPosition((359 + 2 * random.nextDouble()) % 360, 2 * random.nextDouble() - 1);
                    case 2 -> new SkyPosition(random.nextInt(4), random.nextInt(4));
                    default -> new SkyPosition(360 * random.nextDouble(), 180 * random.nextDouble() - 90);
                })
                .toList();
        SkyTree tree = new SkyTree(positions);
        List<double[]> vectors = positions.stream().map(SkyPosition::unitVector).toList();
        for (int i = 0; i < positions.size(); i++) {
            int self = i;
            List<SkyTree.Found> expected = IntStream.range(0, positions.size())
                    .filter(other -> other != self)
                    .mapToObj(other ->
                            new SkyTree.Found(other, SkyTree.squaredChord(vectors.get(self), vectors.get(other))))
                    .sorted(Comparator.comparingDouble(SkyTree.Found::squaredChord)
                            .thenComparingInt(SkyTree.Found::index))
                    .limit(5)
                    .toList();
            assertThat(tree.nearest(i, 5)).isEqualTo(expected);
        }
    }

    @Test
    void aSmallSkyHasFewerNeighbours() {
        assertThat(new SkyTree(List.of(new SkyPosition(1, 1))).nearest(0, 5)).isEmpty();
    }

    @Test
    void separationsAreAnglesOnTheSphere() {
        double[] east = new SkyPosition(359.5, 0).unitVector();
        double[] west = new SkyPosition(0.5, 0).unitVector();
        assertThat(SkyPosition.arcminutes(SkyTree.squaredChord(east, west))).isCloseTo(60, within(1e-9));
        double[] pole = new SkyPosition(12, 90).unitVector();
        assertThat(SkyPosition.arcminutes(SkyTree.squaredChord(pole, east))).isCloseTo(5400, within(1e-9));
        // A thousandth of an arcsecond is not lost in rounding.
        double[] near = new SkyPosition(0.5, 0.001 / 3600).unitVector();
        assertThat(SkyPosition.arcminutes(SkyTree.squaredChord(west, near))).isCloseTo(0.001 / 60, within(1e-9));
    }
}
