package io.weft.launcher.loading;

import java.net.URI;

/** Where the four services listen: base addresses without path. */
public record Endpoints(URI records, URI metadata, URI features, URI search) {}
