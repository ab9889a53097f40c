/**
 * Answers selectors: root fields by which a gateway learns which entities match. {@link io.weft.postgres.selection.AnswerSelector} runs what
 * {@link io.weft.postgres.sql.CompileSelector} compiled, in one snapshot; what a service finds by SQL of its own is an
 * {@link io.weft.postgres.selection.OwnSelector}. Knows nothing of GraphQL.
 */
@NullMarked
package io.weft.postgres.selection;

import org.jspecify.annotations.NullMarked;
