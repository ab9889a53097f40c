package io.weft.postgres.serving;

import io.micrometer.context.ThreadLocalAccessor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * What every log line about a request says of it: {@code request_id}, and {@code operation} once it is known. Kept in the Reactor
 * context; a thread has it in its MDC while it writes a line, and while the engine fetches a field.
 */
final class RequestLog {

    private static final String KEY = RequestLog.class.getName();
    private static final String REQUEST_ID = "request_id";
    private static final String OPERATION = "operation";
    private static final ThreadLocal<@Nullable Shown> CURRENT = new ThreadLocal<>();

    /** What a thread's MDC has. */
    private record Shown(RequestLog log, String operation) {}

    private final String id;
    private volatile String operation = "-";

    RequestLog(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Empty outside of a request. */
    static Mono<RequestLog> current() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(in(context)));
    }

    /** Of the request that a Reactor context belongs to; empty outside of one. */
    static Optional<RequestLog> in(ContextView context) {
        return context.getOrEmpty(KEY);
    }

    /** @param name as the client calls it */
    void operation(String name) {
        operation = name;
        if (shown() == this) {
            show(this);
        }
    }

    /** Runs as this request's. */
    void during(Runnable work) {
        RequestLog before = shown();
        show(this);
        try {
            work.run();
        } finally {
            show(before);
        }
    }

    /** Runs as the request's that a Reactor context belongs to. */
    static void during(ContextView context, Runnable work) {
        in(context).ifPresentOrElse(log -> log.during(work), work);
    }

    private static void show(@Nullable RequestLog log) {
        if (log == null) {
            CURRENT.remove();
            MDC.remove(REQUEST_ID);
            MDC.remove(OPERATION);
            return;
        }
        Shown before = CURRENT.get();
        Shown next = new Shown(log, log.operation);
        if (before == null || before.log() != log || !before.operation().equals(next.operation())) {
            CURRENT.set(next);
            MDC.put(REQUEST_ID, log.id);
            MDC.put(OPERATION, next.operation());
        }
    }

    private static @Nullable RequestLog shown() {
        Shown shown = CURRENT.get();
        return shown == null ? null : shown.log();
    }

    /** Takes it from the Reactor context to a thread, and away again. */
    static final class Accessor implements ThreadLocalAccessor<RequestLog> {

        @Override
        public Object key() {
            return KEY;
        }

        @Override
        public @Nullable RequestLog getValue() {
            return shown();
        }

        @Override
        public void setValue(RequestLog value) {
            show(value);
        }

        @Override
        public void setValue() {
            show(null);
        }
    }
}
