package io.weft.postgres.operation;

import java.util.List;

/**
 * A request that can be answered without the engine.
 *
 * @param operation its name as the client calls it, {@code (unnamed)} for none
 */
public final class Question {

    private final String operation;
    private final Plan.Fields plan;
    private final List<Object> given;

    Question(String operation, Plan.Fields plan, List<Object> given) {
        this.operation = operation;
        this.plan = plan;
        this.given = given;
    }

    /** Its operation's name as the client calls it, {@code (unnamed)} for none. */
    public String operation() {
        return operation;
    }

    Plan.Fields plan() {
        return plan;
    }

    List<Object> given() {
        return given;
    }
}
