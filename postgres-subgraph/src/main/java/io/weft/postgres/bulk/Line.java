package io.weft.postgres.bulk;

import tools.jackson.databind.JsonNode;

/** One object of the input and its number, from 1. */
public record Line(long number, JsonNode json) {}
