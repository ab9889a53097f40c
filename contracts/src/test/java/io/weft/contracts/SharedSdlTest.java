package io.weft.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedSdlTest {

    @Test
    void the_snippets_are_in_the_jar() {
        assertThat(SharedSdl.FEDERATION_LINK).contains("specs.apollo.dev/federation/v2");
        assertThat(SharedSdl.SCALARS).contains("scalar DateTime", "scalar Vector");
    }
}
