package io.weft.gateway.application;

import io.weft.gateway.selection.SelectionSettings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** See {@link SelectionSettings}. */
record SelectionProperties(
        @DefaultValue("20") int defaultPage,
        @DefaultValue("1000") int maxPage,
        @DefaultValue("2000") int firstLook,
        @DefaultValue("20000") int maxWithin,
        @DefaultValue("50000") int maxLookedAt,
        @DefaultValue("20000000") long maxKeys,
        @DefaultValue("200") int maxCalls,
        @DefaultValue("30s") Duration timeout) {

    /** @throws IllegalArgumentException where a value makes no sense */
    SelectionProperties {
        settings(defaultPage, maxPage, firstLook, maxWithin, maxLookedAt, maxKeys, maxCalls, timeout);
    }

    SelectionSettings settings() {
        return settings(defaultPage, maxPage, firstLook, maxWithin, maxLookedAt, maxKeys, maxCalls, timeout);
    }

    private static SelectionSettings settings(
            int defaultPage,
            int maxPage,
            int firstLook,
            int maxWithin,
            int maxLookedAt,
            long maxKeys,
            int maxCalls,
            Duration timeout) {
        return new SelectionSettings(
                defaultPage, maxPage, firstLook, maxWithin, maxLookedAt, maxKeys, maxCalls, timeout, Optional.empty());
    }
}
