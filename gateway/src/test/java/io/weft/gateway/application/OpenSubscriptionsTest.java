package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

final class OpenSubscriptionsTest {

    private final OpenSubscriptions open = new OpenSubscriptions(1);
    private final List<String> heard = new ArrayList<>();

    @Test
    void aPlaceIsFreeWhenTheEndIsHeard() {
        place().during(Flux.just("event"), "last"::equals).subscribe(this::hear, failed -> {}, () -> hear("complete"));
        assertThat(heard).containsExactly("event: full", "complete: free");
    }

    @Test
    void aPlaceIsFreeWhenTheLastEventIsHeardAndOnlyOneIs() {
        place().during(Flux.just("event", "last"), "last"::equals)
                .subscribe(this::hear, failed -> {}, () -> hear("complete"));
        assertThat(heard).containsExactly("event: full", "last: free", "complete: free");
        place();
        assertThat(open.enter()).isEmpty();
    }

    @Test
    void aPlaceIsFreeWhenEventsFailOrNobodyHears() {
        place().during(Flux.<String>error(new IllegalStateException()), "last"::equals)
                .subscribe(this::hear, failed -> hear("failed"));
        assertThat(heard).containsExactly("failed: free");
        place().during(Flux.<String>never(), "last"::equals).subscribe().dispose();
        hear("gone");
        assertThat(heard).endsWith("gone: free");
    }

    private OpenSubscriptions.Place place() {
        return open.enter().orElseThrow();
    }

    private void hear(String what) {
        heard.add(what
                + open.enter()
                        .map(place -> {
                            place.during(Flux.empty(), event -> false).subscribe();
                            return ": free";
                        })
                        .orElse(": full"));
    }
}
