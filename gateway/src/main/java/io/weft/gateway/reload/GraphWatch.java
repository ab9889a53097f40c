package io.weft.gateway.reload;

/** Watches where a graph comes from, and has it served again when that has changed. */
public interface GraphWatch extends AutoCloseable {

    /** Begins to watch. The first graph may be served before this returns, or some time after. */
    void start();

    /** Safe to call from any thread. */
    GraphStatus status();

    /** Ends watching. What was served goes on being served. */
    @Override
    void close();
}
