/** The features service: what it registers, how that becomes tables, and how rows come in. Reading is the library's. */
@NullMarked
package io.weft.features;

import org.jspecify.annotations.NullMarked;
