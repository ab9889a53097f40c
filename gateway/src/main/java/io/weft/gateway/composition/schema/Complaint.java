package io.weft.gateway.composition.schema;

import io.weft.gateway.composition.problem.Coordinate;

/** What is to be done about a broken rule: rules hold for subgraphs and for the merged schema, with other consequences. */
public interface Complaint {

    void make(Coordinate at, String message, int line);
}
