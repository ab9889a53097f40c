package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.Expression.Leaf;
import io.weft.gateway.selection.Looks.Look;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LooksTest {

    private static final double MILLISECOND = 1_000;
    private static final Leaf ONE = leaf("one");
    private static final Leaf OTHER = leaf("other");

    @Test
    void who_took_long_to_tell_the_first_keys_takes_no_less_to_tell_all() {
        Looks quick = new Looks(Map.of(ONE, new Look(Optional.empty(), 2_100, 2 * MILLISECOND)), 100_000);
        Looks slow = new Looks(Map.of(ONE, new Look(Optional.empty(), 2_100, 30 * MILLISECOND)), 100_000);
        assertThat(quick.cost(ONE)).isEqualTo(2_100 * Cost.KEY);
        assertThat(slow.cost(ONE)).isEqualTo(30 * MILLISECOND - Cost.CALL);
        assertThat(slow.cost(new Expression.Or(List.of(ONE, OTHER))))
                .isEqualTo(slow.cost(ONE) + slow.cost(OTHER))
                .isGreaterThan(quick.cost(new Expression.Or(List.of(ONE, OTHER))));
    }

    @Test
    void what_is_known_whole_costs_nothing_more_however_long_it_took() {
        Looks looks = new Looks(Map.of(ONE, new Look(Optional.of(KeySet.of(1, 2, 3)), 3, 900 * MILLISECOND)), 100_000);
        assertThat(looks.cost(ONE)).isZero();
    }

    @Test
    void what_was_late_once_is_not_taken_for_slow() {
        KnownEstimates.OfCaller estimates = new KnownEstimates().of("a caller");
        Map<String, Object> filter = Map.of("size", Map.of("lt", 1));
        estimates.keepAlike(ONE.selector(), filter, new KnownEstimates.Estimate(5_000, 3 * MILLISECOND));
        estimates.keepAlike(
                ONE.selector(), Map.of("size", Map.of("lt", 2)), new KnownEstimates.Estimate(4_000, 800 * MILLISECOND));
        assertThat(estimates.guess(ONE.selector(), Map.of("size", Map.of("lt", 3))))
                .contains(new KnownEstimates.Estimate(4_000, 3 * MILLISECOND));
    }

    @Test
    void keys_are_looked_up_sooner_where_all_take_long_to_tell() {
        Looks quick = new Looks(Map.of(ONE, new Look(Optional.empty(), 2_100, 2 * MILLISECOND)), 100_000);
        Looks slow = new Looks(Map.of(ONE, new Look(Optional.empty(), 2_100, 30 * MILLISECOND)), 100_000);
        assertThat(quick.isLookingUpCheaper(500, ONE)).isTrue();
        assertThat(quick.isLookingUpCheaper(2_000, ONE)).isFalse();
        assertThat(slow.isLookingUpCheaper(2_000, ONE)).isTrue();
        assertThat(slow.isLookingUpCheaper(20_000, ONE)).isFalse();
    }

    @Test
    void a_guess_that_proved_wrong_is_another_one_the_time_after_next() {
        KnownEstimates.OfCaller estimates = new KnownEstimates().of("a caller");
        Map<String, Object> filter = Map.of("size", Map.of("lt", 1));
        estimates.keepGuess(ONE.selector(), filter, 9_000);
        assertThat(estimates.guess(ONE.selector(), filter)).isEmpty();
        estimates.keepAlike(ONE.selector(), filter, new KnownEstimates.Estimate(100, 7 * MILLISECOND));
        estimates.keepGuess(ONE.selector(), Map.of("size", Map.of("lt", 2)), 5_000);
        assertThat(estimates.guess(ONE.selector(), filter)).contains(new KnownEstimates.Estimate(100, 7 * MILLISECOND));
        estimates.keepGuess(ONE.selector(), Map.of("size", Map.of("lt", 3)), 6_000);
        assertThat(estimates.guess(ONE.selector(), filter))
                .contains(new KnownEstimates.Estimate(5_000, 7 * MILLISECOND));
    }

    private static Leaf leaf(String subgraph) {
        return new Leaf(
                new Selector(
                        new SubgraphName(subgraph),
                        URI.create("http://" + subgraph),
                        subgraph + "Selection",
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        new Selector.OrderKinds(Set.of(), Set.of()),
                        Optional.empty(),
                        Set.of()),
                Map.of());
    }
}
