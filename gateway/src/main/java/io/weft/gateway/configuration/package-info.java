/**
 * The parts of a configuration file that are no settings but a small language of their own, read from the YAML's node
 * tree, so that keys stay as they were written and every error has its line. Entry points:
 * {@link io.weft.gateway.configuration.ReadStitching} and, of transforms by themselves,
 * {@link io.weft.gateway.configuration.ReadTransforms}. Imports {@code stitching}, {@code transform} and {@code composition}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.configuration;
