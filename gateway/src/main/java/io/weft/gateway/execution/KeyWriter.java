package io.weft.gateway.execution;

import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.ObjectNode;

/** Writes what a call is told of one object, straight from the data tree. */
interface KeyWriter {

    /** Whether the object is of a type this one is for. */
    boolean appliesTo(ObjectNode object);

    /** Answers {@link Written.Plainly#WHOLE} or what was in the way; then what was written is of no use. */
    Written write(ObjectNode object, JsonOutput out);
}
