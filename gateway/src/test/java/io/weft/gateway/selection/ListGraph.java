package io.weft.gateway.selection;

import java.util.Map;

/** A subgraph in memory. */
interface ListGraph {

    String name();

    String sdl();

    Map<String, Object> execute(String query, Map<String, Object> variables);
}
