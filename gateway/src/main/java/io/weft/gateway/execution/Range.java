package io.weft.gateway.execution;

/** Some neighbouring keys of a call: from {@code from} up to before {@code to}. */
record Range(int from, int to) {

    int size() {
        return to - from;
    }

    boolean has(int index) {
        return index >= from && index < to;
    }
}
