package io.weft.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalTest {

    @Test
    void each_role_includes_the_ones_before_it() {
        for (Role one : Role.values()) {
            for (Role other : Role.values()) {
                assertThat(one.includes(other)).isEqualTo(one.ordinal() >= other.ordinal());
            }
        }
    }

    @Test
    void the_ranks_are_the_ones_the_row_rules_compare() {
        assertThat(List.of(Role.values())).extracting(Role::rank).containsExactly(0, 10, 20, 30, 40);
    }

    @Test
    void a_user_has_the_highest_of_their_roles() {
        assertThat(Principal.user("ada", List.of(Role.DEPOSITOR, Role.ADMIN, Role.CURATOR), List.of())
                        .role())
                .isEqualTo(Role.ADMIN);
        assertThat(Principal.user("ada", List.of(), List.of()).role()).isEqualTo(Role.PUBLIC);
    }

    @Test
    void a_role_is_found_by_its_name_in_any_letter_case() {
        assertThat(Role.named(" curator ")).contains(Role.CURATOR);
        assertThat(Role.named("root")).isEmpty();
    }

    @Test
    void anonymous_is_nobody_and_may_read_what_is_public() {
        assertThat(Principal.anonymous().userId()).isEmpty();
        assertThat(Principal.anonymous().role()).isEqualTo(Role.PUBLIC);
        assertThat(Principal.anonymous().scopes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ada", "ada ", "a\nb", "a\u0000b", "\ud800"})
    void a_user_id_that_could_confuse_logs_or_headers_is_refused(String id) {
        assertThatThrownBy(() -> Principal.user(id, List.of(), List.of())).hasMessageContaining("user id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "ä"})
    void a_scope_that_is_no_token_is_refused(String scope) {
        assertThatThrownBy(() -> Principal.user("ada", List.of(), List.of(scope)))
                .hasMessageContaining("scope");
    }
}
