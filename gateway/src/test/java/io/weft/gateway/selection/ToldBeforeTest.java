package io.weft.gateway.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.ToldBefore.Before;
import io.weft.gateway.supergraph.Selector;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ToldBeforeTest {

    private static final SelectorRequest QUESTION = SelectorRequest.of(
                    new Selector(
                            new SubgraphName("one"),
                            URI.create("http://one"),
                            "oneSelection",
                            true,
                            Optional.empty(),
                            Optional.empty(),
                            new Selector.OrderKinds(Set.of(), Set.of()),
                            Optional.empty(),
                            Set.of()),
                    Set.of(),
                    0)
            .filtered(Map.of("size", Map.of("lt", 3)));

    private final ToldBefore told = new ToldBefore();
    private final Before before = told.of("ada").of(QUESTION);

    @Test
    void the_first_ones_are_those_that_were_told_last() {
        assertThat(before.first(2)).isEmpty();
        before.told(new int[] {9, 4, 7}, false);
        assertThat(before.first(2)).contains(KeySet.of(4, 9));
        assertThat(before.first(3)).contains(KeySet.of(4, 7, 9));
        assertThat(told.of("ada").of(QUESTION).first(3)).contains(KeySet.of(4, 7, 9));
    }

    @Test
    void more_than_were_told_are_known_only_where_nothing_followed() {
        before.told(new int[] {9, 4, 7}, false);
        assertThat(before.first(4)).isEmpty();
        before.told(new int[] {9, 4, 7}, true);
        assertThat(before.first(4)).contains(KeySet.of(4, 7, 9));
    }

    @Test
    void fewer_that_are_as_before_leave_what_is_known_of_more() {
        before.told(new int[] {9, 4, 7}, false);
        before.told(new int[] {9, 4}, false);
        assertThat(before.first(3)).contains(KeySet.of(4, 7, 9));
        before.told(new int[] {9, 4, 7, 1}, false);
        assertThat(before.first(4)).contains(KeySet.of(1, 4, 7, 9));
    }

    @Test
    void what_changed_is_expected_again_once_it_stays() {
        before.told(new int[] {9, 4, 7}, false);
        before.told(new int[] {1, 9, 4}, false);
        assertThat(before.first(3)).as("changed").isEmpty();
        before.told(new int[] {2, 1, 9}, false);
        assertThat(before.first(3)).as("changes").isEmpty();
        before.told(new int[] {2, 1, 9}, false);
        assertThat(before.first(3)).as("stayed").contains(KeySet.of(1, 2, 9));
    }

    /** Who sees less is told less. */
    @Test
    void nobody_learns_of_what_another_was_told() {
        before.told(new int[] {9, 4, 7}, true);
        assertThat(told.of("grace").of(QUESTION).first(3)).isEmpty();
    }

    @Test
    void other_questions_have_other_answers() {
        before.told(new int[] {9, 4, 7}, true);
        List<Object> bySize = List.of(Map.of("size", "ASC"));
        assertThat(List.of(
                        QUESTION.filtered(Map.of("size", Map.of("lt", 4))),
                        QUESTION.ordered(Optional.of(bySize), false, Optional.empty()),
                        QUESTION.ordered(Optional.empty(), true, Optional.empty()),
                        QUESTION.ordered(Optional.empty(), false, Optional.of("9"))))
                .allSatisfy(
                        other -> assertThat(told.of("ada").of(other).first(3)).isEmpty());
    }

    private Before lessThan(int size) {
        return told.of("ada").of(QUESTION.filtered(Map.of("size", Map.of("lt", size))));
    }

    @Test
    void where_two_values_made_no_difference_none_is_expected_of_a_third() {
        lessThan(1).told(new int[] {9, 4, 7}, false);
        assertThat(lessThan(2).first(3)).as("one value").isEmpty();
        lessThan(2).told(new int[] {9, 4, 7}, false);
        assertThat(lessThan(3).first(3)).as("two values").contains(KeySet.of(4, 7, 9));
        lessThan(3).told(new int[] {9, 1, 4}, false);
        assertThat(lessThan(4).first(3)).as("a difference").isEmpty();
        assertThat(lessThan(3).first(3)).as("the same value").contains(KeySet.of(1, 4, 9));
        assertThat(told.of("ada")
                        .of(QUESTION.filtered(Map.of("size", Map.of("gt", 2))))
                        .first(3))
                .as("another form")
                .isEmpty();
        assertThat(told.of("grace")
                        .of(QUESTION.filtered(Map.of("size", Map.of("lt", 2))))
                        .first(3))
                .as("another caller")
                .isEmpty();
    }
}
