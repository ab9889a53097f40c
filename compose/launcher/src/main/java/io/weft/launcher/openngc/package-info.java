/**
 * OpenNGC as a data set: {@link io.weft.launcher.openngc.OpenNgc} reads the catalogue's table and computes three hooks, texts and vectors.
 *
 * <p>One object in, one record out; what an object's row does not say stays absent. Imports only {@code loading}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.launcher.openngc;
