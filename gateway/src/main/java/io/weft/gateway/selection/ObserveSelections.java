package io.weft.gateway.selection;

import reactor.util.context.ContextView;

/** Hears of every selection, when it is answered or has failed. Called by many threads. */
@FunctionalInterface
public interface ObserveSelections {

    ObserveSelections NOBODY = (_, _) -> {};

    /** @param context of the request that the selection belongs to */
    void selected(ContextView context, SelectionReport report);
}
