/** JMH benchmarks of the gateway's stages. Not part of any artefact; see {@code benchmarks/README.md}. */
@org.jspecify.annotations.NullMarked
package io.weft.benchmarks;
