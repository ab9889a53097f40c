package io.weft.search;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who makes vectors of texts: any service that answers {@code POST …/embeddings} as OpenAI does. Off unless there is a URL.
 *
 * @param url          what {@code /embeddings} is put behind, such as {@code https://api.openai.com/v1}
 * @param key          sent as a bearer token, where there is one; never logged, nor told
 * @param models       the model for each named vector of which texts can be asked
 * @param timeout      how long an answer may take
 * @param atOnce       how many calls may be under way
 * @param remembered   how many texts' vectors are kept, so that the next page need not ask again
 * @param longestText  in characters
 */
public record EmbeddingSettings(
        @Nullable URI url,
        @Nullable String key,
        @DefaultValue Map<String, String> models,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("16") int atOnce,
        @DefaultValue("1000") int remembered,
        @DefaultValue("8000") int longestText) {

    public EmbeddingSettings {
        boolean isOfHttp = url == null
                || url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        require(isOfHttp, "url", url, "an address of HTTP, such as https://api.openai.com/v1");
        require(timeout.isPositive(), "timeout", timeout, "more than zero");
        require(atOnce > 0, "at-once", atOnce, "more than zero");
        require(remembered >= 0, "remembered", remembered, "zero or more");
        require(longestText > 0, "longest-text", longestText, "more than zero");
    }

    private static void require(boolean holds, String key, @Nullable Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "weft.search.embeddings." + key + " is " + value + ": it must be " + range);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "embeddings of " + models.values() + (url == null ? ", off" : " at " + url.getHost());
    }
}
