package io.weft.postgres.remembered;

/**
 * @param operation its name as the client calls it
 * @param body      of the response; is not changed any more
 */
public record Answer(String operation, byte[] body) {}
