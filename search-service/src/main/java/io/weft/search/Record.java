package io.weft.search;

/** The GraphQL type of this name, as far as this service knows it. */
record Record(String srn, long number) {}
