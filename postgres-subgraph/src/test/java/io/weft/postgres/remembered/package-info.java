@NullMarked
package io.weft.postgres.remembered;

import org.jspecify.annotations.NullMarked;
