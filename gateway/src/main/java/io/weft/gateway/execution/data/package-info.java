/**
 * The data tree: what subgraphs answered, merged. An answer's bytes are parsed once and never copied: leaves are slices
 * of the received body, still in JSON. Entry points: {@link io.weft.gateway.execution.data.AnswerParser} in,
 * {@link io.weft.gateway.execution.data.JsonOutput} out. Imports no other gateway package.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.execution.data;
