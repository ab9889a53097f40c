package io.weft.gateway.selection;

/**
 * What it takes to find out, in microseconds, as measured over a million records. Which of two ways is chosen depends on the proportions
 * only.
 */
final class Cost {

    /** A key of a whole set, from an index to here. */
    static final double KEY = 0.5;

    /** A key that is looked up in a subgraph, within a set. */
    static final double LOOKED_UP = 3;

    /** An entity that is put in order within a set. */
    static final double SORTED = 4;

    /** An entity that is told in order, with its place. */
    static final double TOLD = 5;

    /** So many entries of an approximate order are looked at, and no more where all can be compared. */
    static final double SHALLOW = 200;

    /** So many entities are put in an approximate order by comparing all. */
    static final double COMPARED = 50_000;

    /** A call. */
    static final double CALL = 1_500;

    private Cost() {}
}
