/** What every process of Weft asks of its HTTP server: connections that can be used again, threads that are shared. */
@NullMarked
package io.weft.http.server;

import org.jspecify.annotations.NullMarked;
