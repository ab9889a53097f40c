/** What can go wrong for a caller, as values with a code; {@link io.weft.postgres.problem.Refusal} carries one out. */
@NullMarked
package io.weft.postgres.problem;

import org.jspecify.annotations.NullMarked;
