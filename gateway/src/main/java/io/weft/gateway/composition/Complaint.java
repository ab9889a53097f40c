package io.weft.gateway.composition;

/** What is to be done about a broken rule: rules hold for subgraphs and for the merged schema, with other consequences. */
interface Complaint {

    void make(Coordinate at, String message, int line);
}
