package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.supergraph.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The members of an object that a selector answered, each held to its type: a value that is taken for another one would make a wrong answer.
 * All methods fail with a {@link SelectionFailure} that says which member is wrong.
 *
 * @param place what stands before a member's name in messages
 */
record AnsweredMembers(Selector selector, JsonNode object, String place) {

    /** Not negative. */
    int integer(String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw wrong(name, "no integer from 0 to " + Integer.MAX_VALUE);
        }
        return value.intValue();
    }

    boolean truth(String name) {
        JsonNode value = object.path(name);
        if (!value.isBoolean()) {
            throw wrong(name, "neither true nor false");
        }
        return value.booleanValue();
    }

    String text(String name) {
        JsonNode value = object.path(name);
        if (!value.isString()) {
            throw wrong(name, "no string");
        }
        return value.stringValue();
    }

    KeySet keys(String name) {
        JsonNode value = object.path(name);
        return (value.isString() ? KeySet.decoded(value.stringValue()) : Optional.<KeySet>empty())
                .orElseThrow(() -> wrong(
                        name,
                        "no set of keys: the base64 of a portable Roaring bitmap of integers from 0 to "
                                + Integer.MAX_VALUE));
    }

    /** Empty where it is null or missing. */
    Optional<Double> number(String name) {
        JsonNode value = object.path(name);
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw wrong(name, "no number");
        }
        return Optional.of(value.doubleValue());
    }

    /** Not negative, but of any size. */
    double amount(String name) {
        return number(name)
                .filter(value -> value >= 0 && value < Double.POSITIVE_INFINITY)
                .orElseThrow(() -> wrong(name, "no number from 0"));
    }

    /** From 0 to 1; empty where it is null or missing. */
    Optional<Double> share(String name) {
        Optional<Double> value = number(name);
        if (value.filter(share -> !(share >= 0 && share <= 1)).isPresent()) {
            throw wrong(name, "no number from 0 to 1");
        }
        return value;
    }

    List<AnsweredMembers> objects(String name) {
        JsonNode values = object.path(name);
        if (!values.isArray()) {
            throw wrong(name, "no list");
        }
        List<AnsweredMembers> objects = new ArrayList<>(values.size());
        for (JsonNode value : values) {
            if (!value.isObject()) {
                throw wrong(name + "[" + objects.size() + "]", "no object");
            }
            objects.add(new AnsweredMembers(selector, value, place + name + "[" + objects.size() + "]."));
        }
        return objects;
    }

    @SuppressWarnings("unchecked") // as Jackson reads an object
    Map<String, @Nullable Object> object(String name) {
        if (!object.path(name).isObject()) {
            throw wrong(name, "no object");
        }
        return (Map<String, @Nullable Object>) JsonMapper.shared().treeToValue(object.path(name), Map.class);
    }

    private SelectionFailure wrong(String name, String how) {
        boolean missing = object.path(name).isMissingNode() && !name.endsWith("]");
        return ReadSelectorAnswer.invalid(
                selector, missing ? "without " + place + name : "whose " + place + name + " is " + how);
    }
}
