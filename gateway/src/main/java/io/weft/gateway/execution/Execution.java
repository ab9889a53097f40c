package io.weft.gateway.execution;

import io.weft.gateway.execution.data.ObjectNode;
import java.util.List;

/**
 * What became of a plan.
 *
 * @param data   the root object; lacks what could not be had
 * @param errors in the order of the plan's fetches; their paths are the client's
 * @param known  for a further run
 */
public record Execution(ObjectNode data, List<ResponseError> errors, KnownAnswers known) {
    public Execution {
        errors = List.copyOf(errors);
    }
}
