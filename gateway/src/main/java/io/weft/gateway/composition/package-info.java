/**
 * Subgraph schemas in, a supergraph or all errors out. Entry points: {@code Composer}, and {@code ReadSupergraph} for a supergraph that
 * is composed already. In the order of the work: {@code subgraph} reads, {@code transform}, {@code stitch} and {@code local} bring into
 * federation's terms, {@code validation} looks at each by itself, {@code merge} puts them together, {@code satisfiability} looks whether all can be
 * answered, {@code graph} and {@code join} write what comes out.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.composition;
