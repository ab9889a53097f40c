package io.weft.gateway.reload;

/** What came of asking for a schema. */
sealed interface SchemaAnswer {

    SchemaSource source();

    record Told(SchemaSource source, String sdl) implements SchemaAnswer {}

    /** @param why for operators */
    record Untold(SchemaSource source, String why) implements SchemaAnswer {}
}
