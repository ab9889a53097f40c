package io.weft.gateway.planning;

import java.util.BitSet;

/**
 * What steps may be chosen.
 *
 * @param lastLevel the last that a request may be sent at
 * @param banned    requests that must not be used: numbers as of {@link ChooseSteps#request}
 * @param avoided   subgraphs that are asked only for what no other answers
 */
record Limits(int lastLevel, BitSet banned, BitSet avoided) {}
