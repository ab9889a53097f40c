package io.weft.gateway.execution.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A random selection set: which keys are asked, and what is below them. */
record Expected(List<Key> keys, Layout layout) {

    private static final JsonMapper JACKSON = JsonMapper.builder().build();

    record Key(String name, @Nullable Expected below) {}

    static Expected random(Random random, int depth) {
        List<Key> keys = new ArrayList<>();
        Layout.Builder layout = new Layout.Builder().asObject();
        int size = 1 + random.nextInt(5);
        for (int i = 0; i < size; i++) {
            String name = List.of("a", "alpha", "alphabet", "b", "é", "_0_x", "__typename")
                    .get(i);
            layout.child(name);
            keys.add(new Key(name, depth > 0 && random.nextInt(3) == 0 ? random(random, depth - 1) : null));
        }
        return new Expected(keys, layout.build(Set.of()));
    }

    Shape shape() {
        return new Shape(
                layout,
                keys.stream()
                        .map(key -> new Shape.Field(
                                key.name(),
                                layout.slot(key.name()),
                                key.below() == null ? null : key.below().shape()))
                        .toList());
    }

    /** An answer with these keys, some missing, some more, sometimes in another order. */
    String answer(Random random) {
        List<String> members = new ArrayList<>();
        for (Key key : keys) {
            if (random.nextInt(6) > 0) {
                String name = random.nextInt(8) == 0 && key.name().equals("alpha") ? "\\u0061lpha" : key.name();
                members.add("\"" + name + "\" :" + value(key, random));
            }
        }
        if (random.nextInt(4) == 0) {
            members.add("\"unasked\":" + "{\"x\":[1,{\"alpha\":2}]}");
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(members, random);
        }
        return "{" + String.join(" , ", members) + "}";
    }

    private static String value(Key key, Random random) {
        if (random.nextInt(6) == 0) {
            return "null";
        } else if (key.below() == null) {
            return List.of("1", "\"text\"", "[1,2]", "{\"any\":[null]}", "true").get(random.nextInt(5));
        } else if (random.nextInt(3) == 0) {
            return "[" + key.below().answer(random) + ",null,[" + key.below().answer(random) + "]]";
        }
        return key.below().answer(random);
    }

    void check(DataNode node, JsonNode expected, String shown) {
        assertThat(node).as(shown).isInstanceOf(ObjectNode.class);
        for (Key key : keys) {
            DataNode value = ((ObjectNode) node).get(layout.slot(key.name()));
            if (!expected.has(key.name())) {
                assertThat(value).as(shown).isNull();
            } else {
                checkValue(key, Objects.requireNonNull(value, shown), expected.get(key.name()), shown);
            }
        }
    }

    private static void checkValue(Key key, DataNode value, JsonNode expected, String shown) {
        switch (value) {
            case DataNode.Null none -> assertThat(expected.isNull()).as(shown).isTrue();
            case Leaf leaf ->
                assertThat(JACKSON.readTree(leaf.json())).as(shown).isEqualTo(expected);
            case ObjectNode object -> Objects.requireNonNull(key.below()).check(object, expected, shown);
            case ListNode list -> {
                assertThat(list.size()).as(shown).isEqualTo(expected.size());
                for (int i = 0; i < list.size(); i++) {
                    checkValue(key, list.get(i), expected.get(i), shown);
                }
            }
        }
    }
}
