/** Data sets on their way into a running archive: {@link io.weft.launcher.loading.Load}. */
@org.jspecify.annotations.NullMarked
package io.weft.launcher.loading;
