package io.weft.launcher.openngc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The nearest points on the sky: a k-d tree over unit vectors, where the shortest chord is the smallest angle and neither poles nor the
 * zero of right ascension are special.
 */
final class SkyTree {

    /** @param squaredChord the squared distance of the unit vectors */
    record Found(int index, double squaredChord) {}

    private static final Comparator<Found> FARTHEST_FIRST = Comparator.comparingDouble(Found::squaredChord)
            .thenComparingInt(Found::index)
            .reversed();

    private final double[][] points;
    private final int[] order;

    SkyTree(List<SkyPosition> positions) {
        this.points = positions.stream().map(SkyPosition::unitVector).toArray(double[][]::new);
        this.order = new int[points.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        split(0, order.length, 0);
    }

    /** The nearest {@code count} others of point {@code index}, nearest first; equal distances in the order of the points. */
    List<Found> nearest(int index, int count) {
        PriorityQueue<Found> best = new PriorityQueue<>(FARTHEST_FIRST);
        search(points[index], index, count, 0, order.length, 0, best);
        List<Found> found = new ArrayList<>(best);
        found.sort(FARTHEST_FIRST.reversed());
        return found;
    }

    private void split(int from, int to, int axis) {
        if (to - from < 2) {
            return;
        }
        Integer[] part = new Integer[to - from];
        for (int i = from; i < to; i++) {
            part[i - from] = order[i];
        }
        Arrays.sort(part, Comparator.comparingDouble(i -> points[i][axis]));
        for (int i = from; i < to; i++) {
            order[i] = part[i - from];
        }
        int middle = (from + to) >>> 1;
        split(from, middle, (axis + 1) % 3);
        split(middle + 1, to, (axis + 1) % 3);
    }

    private void search(double[] target, int self, int count, int from, int to, int axis, PriorityQueue<Found> best) {
        if (from >= to) {
            return;
        }
        int middle = (from + to) >>> 1;
        int here = order[middle];
        if (here != self) {
            best.add(new Found(here, squaredChord(target, points[here])));
            if (best.size() > count) {
                best.poll();
            }
        }
        double across = target[axis] - points[here][axis];
        int next = (axis + 1) % 3;
        search(target, self, count, across <= 0 ? from : middle + 1, across <= 0 ? middle : to, next, best);
        Found farthest = best.peek();
        if (best.size() < count || farthest == null || across * across <= farthest.squaredChord()) {
            search(target, self, count, across <= 0 ? middle + 1 : from, across <= 0 ? to : middle, next, best);
        }
    }

    static double squaredChord(double[] a, double[] b) {
        double x = a[0] - b[0];
        double y = a[1] - b[1];
        double z = a[2] - b[2];
        return x * x + y * y + z * z;
    }
}
