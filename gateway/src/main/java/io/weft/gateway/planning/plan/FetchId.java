package io.weft.gateway.planning.plan;

/** A fetch's number within its plan. */
public record FetchId(int value) {
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
