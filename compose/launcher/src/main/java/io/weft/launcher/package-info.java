/**
 * The {@code weft} command: starts, watches, feeds and stops the parts of the archive on one machine. Entry: {@link io.weft.launcher.Launcher}.
 *
 * <p>Knows the parts as processes with ports, settings and health only; imports no Spring.
 */
@org.jspecify.annotations.NullMarked
package io.weft.launcher;
