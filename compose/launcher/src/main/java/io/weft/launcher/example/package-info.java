/** A data set of our own making, always at hand: {@link io.weft.launcher.example.BioSamples}. Imports only {@code loading}. */
@org.jspecify.annotations.NullMarked
package io.weft.launcher.example;
