package io.weft.postgres.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class GateTest {

    private final Gate gate = new Gate();
    private final AtomicInteger sent = new AtomicInteger();
    private final Mono<Integer> statement = Mono.fromSupplier(sent::incrementAndGet);

    @Test
    void statements_pass_until_the_last() {
        assertThat(gate.through(statement).blockLast()).isEqualTo(1);
        assertThat(gate.last(statement).blockLast()).isEqualTo(2);
        assertThatThrownBy(() -> gate.through(statement).blockLast()).isInstanceOf(CancellationException.class);
        assertThat(sent).hasValue(2);
    }

    @Test
    void what_is_sent_when_it_is_subscribed_to_passes_or_not_then() {
        var begun = gate.through(statement);
        gate.last(statement).blockLast();
        assertThatThrownBy(begun::blockLast).isInstanceOf(CancellationException.class);
        assertThat(sent).hasValue(1);
    }
}
