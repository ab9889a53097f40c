package io.weft.gateway.selection;

/**
 * How a page is found. All of them find the same. Where a request's Reactor context has one by this class as its key, selections are found in that
 * way if they can be.
 */
public enum Strategy {
    /** One subgraph filters and orders: one call. */
    SINGLE,
    /** A part of the filter is selective: the others are asked within what it leaves. */
    GATHER,
    /** Keys come in the order asked for, in growing batches; the filter is applied to each batch until the page is full. */
    STREAM,
    /** Whole sets are compared. */
    FULL
}
