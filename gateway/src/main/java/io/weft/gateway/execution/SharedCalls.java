package io.weft.gateway.execution;

import io.weft.gateway.execution.SubgraphTransport.Request;
import io.weft.gateway.execution.SubgraphTransport.Response;
import io.weft.gateway.operation.OperationKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets equal queries to a subgraph that are under way at the same time share one call. Equal means: the same caller, URL
 * and body, compared byte by byte. The call is given up when nobody waits for it any more.
 */
final class SharedCalls {

    private final SubgraphTransport transport;
    private final ConcurrentMap<Key, Call> underWay = new ConcurrentHashMap<>();

    SharedCalls(SubgraphTransport transport) {
        this.transport = transport;
    }

    Mono<Response> send(Request request, Object caller) {
        if (request.kind() != OperationKind.QUERY) {
            return transport.send(request);
        }
        Key key = new Key(caller, request.url(), request.body(), Arrays.hashCode(request.body()));
        return Mono.create(sink -> join(key, request, sink));
    }

    private void join(Key key, Request request, MonoSink<Response> sink) {
        while (true) {
            Call fresh = new Call(key);
            Call present = underWay.putIfAbsent(key, fresh);
            Call call = present == null ? fresh : present;
            if (call.add(sink)) {
                if (present == null) {
                    call.start(transport.send(request).contextWrite(sink.contextView()));
                }
                return;
            }
            underWay.remove(key, call);
        }
    }

    private record Key(Object caller, URI url, byte[] body, int hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && caller.equals(key.caller)
                    && url.equals(key.url)
                    && Arrays.equals(body, key.body);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final class Call {
        private final Key key;
        private final Disposable.Swap upstream = Disposables.swap();
        private @Nullable List<MonoSink<Response>> waiting = new ArrayList<>();

        Call(Key key) {
            this.key = key;
        }

        /** False where the call is over. */
        synchronized boolean add(MonoSink<Response> sink) {
            if (waiting == null) {
                return false;
            }
            waiting.add(sink);
            sink.onCancel(() -> leave(sink));
            return true;
        }

        void start(Mono<Response> call) {
            upstream.update(call.single()
                    .subscribe(
                            response -> close().forEach(sink -> sink.success(response)),
                            error -> close().forEach(sink -> sink.error(error))));
        }

        private void leave(MonoSink<Response> sink) {
            boolean last;
            synchronized (this) {
                last = waiting != null && waiting.remove(sink) && waiting.isEmpty();
                if (last) {
                    waiting = null;
                }
            }
            if (last) {
                underWay.remove(key, this);
                upstream.dispose();
            }
        }

        private List<MonoSink<Response>> close() {
            underWay.remove(key, this);
            synchronized (this) {
                List<MonoSink<Response>> sinks = waiting == null ? List.of() : waiting;
                waiting = null;
                return sinks;
            }
        }
    }
}
