package io.weft.postgres.remembered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LuckTest {

    private final Luck luck = new Luck();

    private void inVain(int times) {
        for (int time = 0; time < times; time++) {
            assertThat(luck.isOut()).isFalse();
            luck.was(false);
        }
    }

    @Test
    void twenty_in_a_row_are_enough_for_a_while() {
        inVain(20);
        assertThat(luck.isOut()).isTrue();
    }

    @Test
    void one_that_was_worth_it_makes_good_for_all_before() {
        inVain(19);
        luck.was(true);
        inVain(19);
        assertThat(luck.isOut()).isFalse();
    }
}
