package io.weft.gateway.planning.plan;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.TypeReference;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A field of the client's answer, and where its value stands in the data tree.
 *
 * @param responseKey as the client calls it
 * @param source      where the value comes from
 * @param type        as the API schema says; decides how nulls travel
 * @param onTypes     object types (by {@code __typename} in the data tree) whose answers have this field; empty: all
 * @param conditions  {@code @skip} and {@code @include}, also those of the fragments around it
 * @param fields      below; empty for a leaf. Two fields may share a response key where types or conditions differ:
 *                    those that apply to an object are merged, as the specification's CollectFields does.
 */
public record AnswerField(
        String responseKey,
        Source source,
        TypeReference type,
        Set<String> onTypes,
        Conditions conditions,
        List<AnswerField> fields) {

    public AnswerField {
        Objects.requireNonNull(responseKey);
        Objects.requireNonNull(source);
        Objects.requireNonNull(type);
        onTypes = Set.copyOf(onTypes);
        Objects.requireNonNull(conditions);
        fields = List.copyOf(fields);
    }

    public sealed interface Source {
        /** The value under this key of the object in the data tree. */
        record DataKey(String dataKey) implements Source {}

        /** The object's type name: from the data tree where it has one, else the type that is statically known. */
        record Typename(String staticType) implements Source {}

        /**
         * No subgraph can be asked for it on objects of these types: null, with an error that says so.
         *
         * @param coordinate {@code Type.field}
         */
        record Unreachable(String coordinate) implements Source {}

        /**
         * Not asked for on objects of these types, since they should not be met here: a subgraph that answers the
         * field above as well does not know them. Null without an error.
         */
        record Unexpected() implements Source {}

        /**
         * The caller may not have it on objects of these types: null, with an error that says so.
         *
         * @param coordinate {@code Type.field}
         */
        record Denied(String coordinate) implements Source {}

        /** Answered by the gateway from the API schema ({@code __schema}, {@code __type}). */
        record Introspection() implements Source {}
    }
}
