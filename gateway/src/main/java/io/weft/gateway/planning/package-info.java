/**
 * An operation over a supergraph becomes a plan. Entry point: {@link io.weft.gateway.planning.Planner}; the cache
 * around it is {@link io.weft.gateway.Graph}'s. Imports {@code document}, {@code supergraph} and {@code operation}.
 *
 * <h2>How</h2>
 *
 * <ol>
 *   <li>{@code GrowTree} lays out all that a plan could need: the answer's objects ({@code Place}) and their fields
 *       ({@code Slot}), with the fields of keys and requirements beside the wanted ones. Objects of an abstract type
 *       are told apart by type, in as few classes as client and subgraphs treat differently. {@code AddEntrances}
 *       says by which lookups objects can be found, and what has to be known for that: keys, requirements, and what
 *       fields take from the nearest object above that sets a context.
 *   <li>{@code DeriveFacts} reasons forward: which subgraph can have which object and which field ({@code Fact}),
 *       after how many requests in a row, and by which steps. Level 0 is what root fields yield; level n + 1 what can
 *       be looked up with what is known at level n.
 *   <li>{@code ChooseSteps} reasons backward: each wanted field takes the steps that add least to those already
 *       chosen. {@code Solution} then questions the result, trying to do without each request in turn.
 *   <li>{@code NameDataKeys} gives each slot its key in the data tree, with aliases where requests would clash.
 *   <li>{@code DraftCalls} makes calls of it, {@code MergeCallsOverPaths} and {@code MergeSiblingFetches} make
 *       fetches of those, {@code ShapeAnswer} says where the client's fields stand in the data tree.
 * </ol>
 *
 * <h2>Cost</h2>
 *
 * Plans are compared by, in this order: wanted fields that cannot be had; what is asked of subgraphs that are to be
 * avoided; requests in a row; requests; lookups by keys
 * that may be null; lookups inside requests; fields asked for. A request is what is sent to one subgraph at one level, however many lookups it holds, so a
 * second lookup in a request that is sent anyway costs next to nothing. A field may come later than it could where
 * that saves a request, but never later than the last level the operation needs anyway.
 *
 * <h2>Bounds</h2>
 *
 * Nothing enumerates paths. Facts number at most slots times subgraphs, each is derived once, and prices are looked
 * up by fact and level. Keys of keys and requirements of requirements are followed four objects deep, since they can
 * go in circles. The solution is questioned sixteen times at most. A scenario with more than two million paths to
 * each leaf plans in milliseconds.
 */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.planning;
