/**
 * LISTEN with reconnect: {@link io.weft.postgres.watch.ListenForChanges} tells when the registry of a service has changed.
 */
@NullMarked
package io.weft.postgres.watch;

import org.jspecify.annotations.NullMarked;
