package io.weft.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What cannot be a setting stops the start, and says why. */
class EmbeddingSettingsTest {

    @EnableConfigurationProperties(SearchSettings.class)
    static class Application {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url=localhost:11434/v1|url is localhost:11434/v1: it must be an address of HTTP",
                "url=ftp://models/v1|url is ftp://models/v1: it must be an address of HTTP",
                "url=http:/v1|url is http:/v1: it must be an address of HTTP",
                "timeout=0s|timeout is PT0S: it must be more than zero",
                "at-once=0|at-once is 0: it must be more than zero",
                "remembered=-1|remembered is -1: it must be zero or more",
                "longest-text=0|longest-text is 0: it must be more than zero"
            })
    void what_cannot_be_stops_the_start(String setting, String why) {
        new ApplicationContextRunner()
                .withUserConfiguration(Application.class)
                .withPropertyValues("weft.search.embeddings." + setting)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("weft.search.embeddings." + why));
    }
}
