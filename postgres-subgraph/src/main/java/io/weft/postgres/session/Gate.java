package io.weft.postgres.session;

import java.util.concurrent.CancellationException;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * Lets statements be sent until it is closed. Whoever gives work up may do so on one thread while another is just sending the next statement, which would reach
 * the connection after what was to end its transaction.
 */
final class Gate {

    private boolean closed;

    /** What sends when it is subscribed to. */
    <T> Flux<T> through(Publisher<T> statement) {
        return Flux.from(subscriber -> {
            synchronized (this) {
                if (closed) {
                    Operators.error(
                            (CoreSubscriber<? super T>) subscriber,
                            new CancellationException("the transaction was given up"));
                } else {
                    statement.subscribe(subscriber);
                }
            }
        });
    }

    /** The last that is let through. */
    <T> Flux<T> last(Publisher<T> statement) {
        return Flux.from(subscriber -> {
            synchronized (this) {
                closed = true;
                statement.subscribe(subscriber);
            }
        });
    }
}
