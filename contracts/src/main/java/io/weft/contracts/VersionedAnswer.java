package io.weft.contracts;

import java.time.Duration;
import java.util.Optional;

/**
 * What an answer's {@link HeaderNames#DATA_VERSION} says.
 *
 * @param version of the data, at a moment after the question came
 * @param holds   for how long the answer is the one to the same question of the same caller, as long as the version is the same; zero where it is not said
 */
public record VersionedAnswer(DataVersion version, Duration holds) {

    private static final String HOLDS = ";holds=";

    /** {@code source/version}, then {@code ;holds=} and milliseconds where it holds. */
    public String text() {
        return holds.isPositive() ? version.text() + HOLDS + holds.toMillis() : version.text();
    }

    /** Empty if it is not what {@link #text} writes. */
    public static Optional<VersionedAnswer> parse(String text) {
        int at = text.indexOf(HOLDS);
        String version = at < 0 ? text : text.substring(0, at);
        Optional<Duration> holds =
                at < 0 ? Optional.of(Duration.ZERO) : milliseconds(text.substring(at + HOLDS.length()));
        return DataVersion.parse(version).flatMap(of -> holds.map(time -> new VersionedAnswer(of, time)));
    }

    private static Optional<Duration> milliseconds(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Duration.ofMillis(Long.parseLong(text))) : Optional.empty();
    }
}
