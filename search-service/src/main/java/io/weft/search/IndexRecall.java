package io.weft.search;

/**
 * About what part of the nearest a vector's index finds. It is less than 1, which says that all were compared.
 *
 * @param page of the {@value #PAGE} nearest
 * @param walk of the {@value #WALK} nearest: the deeper one looks, the more is passed over
 */
record IndexRecall(double page, double walk) {

    static final int PAGE = 100;
    static final int WALK = 1_000;

    /** What was found among a million vectors of 64 nearly random dimensions, see docs/selection.md: to be said of a vector that is not measured yet. */
    static final IndexRecall USUAL = new IndexRecall(0.97, 0.91);

    private static final double MOST = 0.999;

    IndexRecall {
        page = Math.clamp(page, 0, MOST);
        walk = Math.clamp(walk, 0, MOST);
    }

    /** @param depth how many entries are looked at, those of earlier pages included */
    double at(int depth) {
        return depth <= PAGE ? page : walk;
    }
}
