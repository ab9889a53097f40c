package io.weft.gateway.composition.satisfiability;

import java.util.List;

/** The shortest query that shows what cannot be answered. */
final class WitnessQuery {

    /** What the path leads to. */
    enum Target {
        LEAF,
        OBJECT
    }

    private WitnessQuery() {}

    /** @param path the operation's kind, then fields and type conditions down to the field that fails */
    static String print(List<String> path, Target target) {
        String query = String.join(" { ", path);
        return query + (target == Target.LEAF ? "" : " { ... }") + " }".repeat(path.size() - 1);
    }
}
