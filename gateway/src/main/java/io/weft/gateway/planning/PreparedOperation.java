package io.weft.gateway.planning;

import io.weft.gateway.operation.Operation;
import io.weft.gateway.operation.OperationError;
import io.weft.gateway.planning.plan.Plan;
import java.util.List;
import java.util.Objects;

/** A document, ready to be executed any number of times, or the reasons why it cannot be. */
public sealed interface PreparedOperation {

    record Prepared(Operation operation, Plan plan) implements PreparedOperation {
        public Prepared {
            Objects.requireNonNull(operation);
            Objects.requireNonNull(plan);
        }
    }

    /** @param errors at least one */
    record Rejected(List<OperationError> errors) implements PreparedOperation {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }
}
