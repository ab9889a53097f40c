package io.weft.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Has the issuer's keys read again after a while, so that one that was withdrawn is no longer believed: Spring Security's decoder reads them
 * again only for a key that it does not know. While the issuer cannot be reached, the keys that were read last hold. Safe for use by many
 * threads.
 */
final class RenewedKeys implements ReactiveJwtDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(RenewedKeys.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private final Supplier<? extends ReactiveJwtDecoder> unread;
    private final Duration keysFor;
    private final Clock clock;
    private final AtomicReference<Current> current;

    private record Current(ReactiveJwtDecoder decoder, Instant until) {}

    /** @param unread makes a decoder that has read no keys yet */
    RenewedKeys(Supplier<? extends ReactiveJwtDecoder> unread, Duration keysFor, Clock clock) {
        this.unread = unread;
        this.keysFor = keysFor;
        this.clock = clock;
        this.current =
                new AtomicReference<>(new Current(unread.get(), clock.instant().plus(keysFor)));
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> {
            Current known = Objects.requireNonNull(current.get());
            Instant now = clock.instant();
            Current meanwhile = new Current(known.decoder(), now.plus(TRY_AGAIN));
            // One token has them read; the others need not wait for it.
            return now.isBefore(known.until()) || !current.compareAndSet(known, meanwhile)
                    ? known.decoder().decode(token)
                    : renewed(token, meanwhile, new Current(unread.get(), now.plus(keysFor)));
        });
    }

    private Mono<Jwt> renewed(String token, Current known, Current next) {
        return next.decoder()
                .decode(token)
                .doOnNext(_ -> current.compareAndSet(known, next))
                .onErrorResume(failure -> {
                    if (failure instanceof BadJwtException) {
                        // If the keys of before would believe it, its key is gone: so the new ones were read.
                        return known.decoder()
                                .decode(token)
                                .doOnNext(_ -> current.compareAndSet(known, next))
                                .then(Mono.error(failure));
                    }
                    LOG.warn("the issuer's keys cannot be read again, those that were read last hold", failure);
                    return known.decoder().decode(token);
                });
    }
}
