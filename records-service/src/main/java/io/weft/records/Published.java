package io.weft.records;

/**
 * A record that is in the archive now.
 *
 * @param created false if it was there before, with the same content
 */
record Published(long number, boolean created) {}
