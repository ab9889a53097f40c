/**
 * The parts of a configuration file that are no settings but a small language of their own, read from the YAML's node
 * tree, so that keys stay as they were written and every error has its line. Entry point:
 * {@link io.weft.gateway.configuration.ReadStitching}. Imports {@code stitching} and {@code composition}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.configuration;
