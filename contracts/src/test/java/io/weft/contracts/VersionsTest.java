package io.weft.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the header for versions of data says, and what it does not. */
class VersionsTest {

    private static final DataVersion VERSION = new DataVersion("a-B_9", "1:2:3,4");

    @Test
    void what_is_written_is_read_again() {
        assertThat(DataVersion.parse(VERSION.text())).contains(VERSION);
        for (Duration holds : new Duration[] {Duration.ZERO, Duration.ofMillis(1), Duration.ofSeconds(10)}) {
            VersionedAnswer answer = new VersionedAnswer(VERSION, holds);
            assertThat(VersionedAnswer.parse(answer.text())).contains(answer);
        }
        for (VersionWish wish : new VersionWish[] {
            new VersionWish.Nothing(),
            new VersionWish.IfKnown(),
            new VersionWish.Always(),
            new VersionWish.Unless(VERSION)
        }) {
            assertThat(VersionWish.parse(wish.text())).isEqualTo(wish);
        }
        assertThat(new VersionedAnswer(VERSION, Duration.ofMillis(9500)).text()).isEqualTo("a-B_9/1:2:3,4;holds=9500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a",
                "a/",
                "/b",
                "a/b/c",
                "a b/c",
                "a/b;",
                "a/b;holds",
                "a/b;holds=",
                "a/b;holds=-1",
                "a/b;holds=1.5",
                "a/b;holds=12345678901",
                "a/b;holds=1;holds=2",
                "a/ü",
                "a/b;others=1"
            })
    void what_is_no_version_is_none(String text) {
        assertThat(VersionedAnswer.parse(text)).isEmpty();
        assertThat(VersionWish.parse(text)).isEqualTo(new VersionWish.Nothing());
    }

    @Test
    void a_word_cannot_have_what_separates() {
        for (String word : new String[] {"", "a/b", "a;b", "a b", "a\n", "ü"}) {
            assertThatThrownBy(() -> new DataVersion(word, "b")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new DataVersion("a", word)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
