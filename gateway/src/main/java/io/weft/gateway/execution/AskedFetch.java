package io.weft.gateway.execution;

import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.Shape;
import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.translation.TranslateFetch;
import io.weft.gateway.translation.TranslatedFetch;
import java.util.List;

/**
 * A fetch as the service is asked: in its own terms, where it has been transformed.
 *
 * @param request what is written; its calls stand for those of the fetch, one for one
 * @param answers by call: the shape of what it selects
 */
record AskedFetch(Fetch request, List<Answers> answers) {

    /** How the answer to a call's selections fits into the data tree. */
    interface Answers {

        /** @param layout of the objects of the tree that the answer goes to */
        Shape below(Layout layout);

        /**
         * The same where what is answered stands at the top of the request's answer.
         *
         * @param envelope the layout of the answer's root
         */
        Top atTop(Layout envelope, Layout layout);
    }

    /** What the top of a request's answer has of one call. */
    record Top(List<Shape.Field> fields, List<Shape.Made> made) {
        Top {
            fields = List.copyOf(fields);
            made = List.copyOf(made);
        }
    }

    static AskedFetch of(Fetch fetch, Subgraph subgraph) {
        if (subgraph.translation().isEmpty()) {
            return new AskedFetch(
                    fetch,
                    fetch.calls().stream()
                            .map(Call::selections)
                            .<Answers>map(ShapeOfSelections::new)
                            .toList());
        }
        TranslatedFetch translated = new TranslateFetch(subgraph).translate(fetch);
        return new AskedFetch(
                translated.request(),
                translated.answers().stream()
                        .<Answers>map(ShapeOfTranslated::new)
                        .toList());
    }
}
