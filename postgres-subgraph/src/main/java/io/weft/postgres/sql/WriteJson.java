package io.weft.postgres.sql;

import tools.jackson.databind.json.JsonMapper;

/** A JSON scalar's value as text. */
final class WriteJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private WriteJson() {}

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }
}
