/**
 * What a configuration or a service's SDL says about services that know nothing of federation: which root fields find
 * objects of a type by what keys. Values as they were written, with their places; {@code composition} makes lookups of
 * them. Entry points: {@link io.weft.gateway.stitching.StitchedService} and
 * {@link io.weft.gateway.stitching.ReadArguments}. Imports {@code supergraph} and {@code document} only.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.stitching;
