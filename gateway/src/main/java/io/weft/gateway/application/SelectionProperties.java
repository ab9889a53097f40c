package io.weft.gateway.application;

import io.weft.gateway.selection.SelectionSettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * See {@link SelectionSettings}.
 *
 * @param defaultPage null for 20, or as many as a page may have
 */
record SelectionProperties(
        @Nullable Integer defaultPage,
        @DefaultValue("1000") int maxPage,
        @DefaultValue("2000") int firstLook,
        @DefaultValue("20000") int maxWithin,
        @DefaultValue("50000") int maxLookedAt,
        @DefaultValue("20000000") long maxKeys,
        @DefaultValue("200") int maxCalls,
        @DefaultValue("32MB") DataSize keptAnswers,
        @DefaultValue("30s") Duration timeout) {

    private static final int USUAL_PAGE = SelectionSettings.USUAL.defaultPage();

    /** @throws IllegalArgumentException where a value makes no sense */
    SelectionProperties {
        settings(defaultPage, maxPage, firstLook, maxWithin, maxLookedAt, maxKeys, maxCalls, keptAnswers, timeout);
    }

    SelectionSettings settings() {
        return settings(
                defaultPage, maxPage, firstLook, maxWithin, maxLookedAt, maxKeys, maxCalls, keptAnswers, timeout);
    }

    private static SelectionSettings settings(
            @Nullable Integer defaultPage,
            int maxPage,
            int firstLook,
            int maxWithin,
            int maxLookedAt,
            long maxKeys,
            int maxCalls,
            DataSize keptAnswers,
            Duration timeout) {
        return new SelectionSettings(
                defaultPage == null ? Math.min(USUAL_PAGE, maxPage) : defaultPage,
                maxPage,
                firstLook,
                maxWithin,
                maxLookedAt,
                maxKeys,
                maxCalls,
                keptAnswers.toBytes(),
                timeout,
                Optional.empty());
    }
}
