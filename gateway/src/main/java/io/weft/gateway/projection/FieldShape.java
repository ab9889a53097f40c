package io.weft.gateway.projection;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.execution.Variables;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.execution.data.ObjectNode;

/**
 * A field of the client's answer.
 *
 * @param prefix the key with quotes and colon
 */
record FieldShape(
        String responseKey, byte[] prefix, FieldSource source, ValueShape value, Names onTypes, Conditions conditions) {

    boolean isUnconditional() {
        return conditions.isAlways() && onTypes.isEmpty();
    }

    boolean appliesTo(ObjectNode object, Variables variables) {
        return conditions.hold(variables::isTrue) && onTypes.allow(object);
    }

    /** Where the value comes from. */
    sealed interface FieldSource {
        /** @param slot -1 where no fetch asks for it */
        record Slot(int slot) implements FieldSource {}

        /** Of an object that a page lists: where a subgraph does not know it, it is no part of the page. */
        record OfListed(int slot) implements FieldSource {}

        /** @param json the name with quotes */
        record StaticTypename(byte[] json) implements FieldSource {}

        /** @param objectTypes the names that are answers: an interface's is none */
        record DynamicTypename(Names objectTypes) implements FieldSource {}

        record Unreachable(String coordinate) implements FieldSource {}

        record Denied(String coordinate) implements FieldSource {}

        /** Null without an error. */
        record Nothing() implements FieldSource {}

        record Introspection() implements FieldSource {}
    }
}
