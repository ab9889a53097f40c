/** Answers that are given again as long as the database is as it was when they were found. */
@NullMarked
package io.weft.postgres.remembered;

import org.jspecify.annotations.NullMarked;
