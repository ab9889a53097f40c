package io.weft.launcher.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A data set's schema, hooks, vectors and conventions: {@code definitions.json} beside its class. */
public final class Definitions {
    private Definitions() {}

    public static JsonNode of(Class<? extends DataSet> dataSet) {
        try (InputStream stream = dataSet.getResourceAsStream("definitions.json")) {
            if (stream == null) {
                throw new IllegalStateException("definitions.json is missing beside " + dataSet.getName());
            }
            return JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
