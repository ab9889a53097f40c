@NullMarked
package io.weft.schema;

import org.jspecify.annotations.NullMarked;
