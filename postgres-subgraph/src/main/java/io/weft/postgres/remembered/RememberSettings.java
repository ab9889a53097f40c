package io.weft.postgres.remembered;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which answers are remembered.
 *
 * @param forAtMost how long; zero for not at all. What is seen from a certain time on is seen by so much later
 * @param size      how much of the heap they may take
 */
@ConfigurationProperties(value = "weft.remember", ignoreUnknownFields = false)
public record RememberSettings(
        @DefaultValue("10s") Duration forAtMost,
        @DefaultValue("32MB") DataSize size) {

    public RememberSettings {
        if (forAtMost.isNegative()) {
            throw new IllegalArgumentException("weft.remember.for-at-most must not be negative, but is " + forAtMost);
        }
        if (size.isNegative()) {
            throw new IllegalArgumentException("weft.remember.size must not be negative, but is " + size);
        }
    }
}
