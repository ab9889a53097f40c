package io.weft.gateway.execution;

import io.weft.gateway.execution.data.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What became of a plan.
 *
 * @param data    the root object; lacks what could not be had
 * @param errors  in the order of the plan's fetches; their paths are the client's
 * @param missing the objects that a subgraph was asked for and does not know, by identity
 * @param known   for a further run
 */
public record Execution(ObjectNode data, List<ResponseError> errors, Set<ObjectNode> missing, KnownAnswers known) {
    public Execution {
        errors = List.copyOf(errors);
        Set<ObjectNode> own = Collections.newSetFromMap(new IdentityHashMap<>());
        own.addAll(missing);
        missing = Collections.unmodifiableSet(own);
    }
}
