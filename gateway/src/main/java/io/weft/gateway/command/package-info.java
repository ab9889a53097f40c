/**
 * The command line: {@code ./weft gateway} and {@code ./weft explain}. Entry point: {@link io.weft.gateway.command.Command}.
 * Stands above all other packages.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.command;
