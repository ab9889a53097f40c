package io.weft.gateway.supergraph;

/**
 * How much a subgraph takes in one request. What is more becomes several requests, which are sent side by side.
 *
 * @param keysPerCall       how many objects one list of keys or representations may ask for, at least one
 * @param lookupsPerRequest how many lookups one request may hold, each under an alias, at least one; a lookup that finds
 *                          one object counts once for each object, one that takes a list counts once
 */
public record Batching(int keysPerCall, int lookupsPerRequest) {

    /** Lists as long as they come, and no more aliases than servers allow without further ado. */
    public static final Batching USUAL = new Batching(Integer.MAX_VALUE, 100);

    /** Each lookup is a request of its own. */
    public static final Batching OFF = new Batching(Integer.MAX_VALUE, 1);

    public Batching {
        if (keysPerCall < 1 || lookupsPerRequest < 1) {
            throw new IllegalArgumentException(
                    "nothing could be looked up: " + keysPerCall + " keys, " + lookupsPerRequest + " lookups");
        }
    }
}
