/**
 * The plan: what the planner hands to the executor. Start reading at {@link io.weft.gateway.planning.plan.Plan}.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.planning.plan;
