package io.weft.gateway.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random data of services that know nothing of federation: what any gateway over them must answer. */
record StitchedWorld(Map<String, Kind> kinds, Map<String, List<Row>> rows) {

    /** By what objects of a type are known. */
    enum Key {
        ID(List.of("id")),
        NUMBER(List.of("number")),
        PAIR(List.of("ns", "slug")),
        NESTED(List.of("home.city", "home.street"));

        final List<String> paths;

        Key(List<String> paths) {
            this.paths = paths;
        }

        /** Of all that belongs to it. */
        String selectionSet() {
            return this == NESTED ? "{ home { city street } }" : "{ " + String.join(" ", paths) + " }";
        }
    }

    /** What a field holds. */
    sealed interface Content {
        /** Part of the key. */
        record OfKey() implements Content {}

        record Plain() implements Content {}

        /** The sum of p0 and p1, which somebody else has. */
        record Computed() implements Content {}

        /** An object, or a list of objects. */
        record Reference(String kind) implements Content {}

        /** What a link is made of: the value of one part of another type's key. */
        record PartOfKey() implements Content {}

        /** A field of the gateway's own. */
        record Link(String kind, String key) implements Content {}
    }

    record Field(String name, String type, Content content) {}

    record Kind(String name, Key key, Map<String, Field> fields) {}

    record Row(String kind, Map<String, @Nullable Object> values) {
        /** A leaf, through objects below. */
        Object at(String path) {
            Object here = this;
            for (String name : path.split("\\.")) {
                here = here instanceof Row row ? row.values().get(name) : ((Map<?, ?>) here).get(name);
            }
            return here;
        }
    }

    static StitchedWorld random(Random random) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String name = "T" + i;
            Map<String, Field> fields = new LinkedHashMap<>();
            Key key = Key.values()[random.nextInt(Key.values().length)];
            switch (key) {
                case ID -> put(fields, "id", "ID!", new Content.OfKey());
                case NUMBER -> put(fields, "number", "Int!", new Content.OfKey());
                case PAIR -> {
                    put(fields, "ns", "String!", new Content.OfKey());
                    put(fields, "slug", "String!", new Content.OfKey());
                }
                case NESTED -> put(fields, "home", name + "Home!", new Content.OfKey());
            }
            for (int p = 0; p < 4; p++) {
                put(fields, "p" + p, p < 2 || random.nextBoolean() ? "Int" : "String", new Content.Plain());
            }
            if (random.nextBoolean()) {
                put(fields, "sum", "Int", new Content.Computed());
            }
            kinds.put(name, new Kind(name, key, fields));
        }
        kinds.values().forEach(kind -> references(kind, List.copyOf(kinds.values()), random));
        return new StitchedWorld(kinds, rows(kinds, random));
    }

    private static void references(Kind kind, List<Kind> all, Random random) {
        Kind next = all.get(random.nextInt(all.size()));
        Kind many = all.get(random.nextInt(all.size()));
        put(kind.fields(), "next", next.name(), new Content.Reference(next.name()));
        put(kind.fields(), "many", "[" + many.name() + "!]!", new Content.Reference(many.name()));
        Kind linked = all.get(random.nextInt(all.size()));
        switch (linked.key()) {
            case ID, NUMBER -> {
                String type = linked.key() == Key.ID || random.nextBoolean() ? "ID" : "Int";
                String part = linked.key().paths.getFirst();
                put(kind.fields(), "to", type, new Content.PartOfKey());
                put(kind.fields(), "tos", "[" + type + "]", new Content.PartOfKey());
                put(kind.fields(), "linked", linked.name(), new Content.Link(linked.name(), part + ": $key.to"));
                put(
                        kind.fields(),
                        "linkeds",
                        "[" + linked.name() + "]",
                        new Content.Link(linked.name(), part + ": $key.tos"));
            }
            case PAIR -> {
                put(kind.fields(), "toNs", "String", new Content.PartOfKey());
                put(kind.fields(), "toSlug", "String", new Content.PartOfKey());
                put(
                        kind.fields(),
                        "linked",
                        linked.name(),
                        new Content.Link(linked.name(), "ns: $key.toNs, slug: $key.toSlug"));
            }
            case NESTED -> {
                put(kind.fields(), "toStreet", "Int", new Content.PartOfKey());
                put(
                        kind.fields(),
                        "linked",
                        linked.name(),
                        new Content.Link(linked.name(), "home: { city: \"c\", street: $key.toStreet }"));
            }
        }
    }

    private static void put(Map<String, Field> fields, String name, String type, Content content) {
        fields.put(name, new Field(name, type, content));
    }

    private static Map<String, List<Row>> rows(Map<String, Kind> kinds, Random random) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> {
            List<Row> own = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(4); i++) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                switch (kind.key()) {
                    case ID -> values.put("id", name + "-" + i);
                    case NUMBER -> values.put("number", i);
                    case PAIR -> {
                        values.put("ns", "n" + i / 2);
                        values.put("slug", "s" + i % 2);
                    }
                    case NESTED -> values.put("home", Map.of("city", "c", "street", i));
                }
                for (int p = 0; p < 4; p++) {
                    boolean isNumber = kind.fields().get("p" + p).type().equals("Int");
                    int value = random.nextInt(100);
                    values.put("p" + p, random.nextInt(6) == 0 ? null : isNumber ? value : name + "." + value);
                }
                values.put("sum", sum(values.get("p0"), values.get("p1")));
                own.add(new Row(name, values));
            }
            rows.put(name, own);
        });
        rows.forEach((name, own) -> own.forEach(row -> refer(kinds.get(name), row, rows, random)));
        return rows;
    }

    static Integer sum(@Nullable Object one, @Nullable Object other) {
        return (one instanceof Integer a ? a : 1000) + (other instanceof Integer b ? b : 2000);
    }

    private static void refer(Kind kind, Row row, Map<String, List<Row>> rows, Random random) {
        kind.fields().values().forEach(field -> {
            if (field.content() instanceof Content.Reference(String target)) {
                List<Row> all = rows.get(target);
                row.values().put(field.name(), field.type().startsWith("[") ? some(all, random) : one(all, random));
            }
        });
        if (kind.fields().get("linked") instanceof Field(var name, var type, Content.Link(String target, var key))) {
            Row to = one(rows.get(target), random);
            row.values().put("linked", to);
            if (kind.fields().containsKey("to")) {
                String part = key.substring(0, key.indexOf(':'));
                List<Row> all = some(rows.get(target), random);
                row.values().put("linkeds", all);
                row.values().put("to", to == null ? null : to.at(part));
                row.values().put("tos", all.stream().map(each -> each.at(part)).toList());
            } else if (kind.fields().containsKey("toNs")) {
                row.values().put("toNs", to == null ? null : to.at("ns"));
                row.values().put("toSlug", to == null ? "nobody's" : to.at("slug"));
            } else {
                row.values().put("toStreet", to == null ? null : to.at("home.street"));
            }
        }
    }

    private static @Nullable Row one(List<Row> all, Random random) {
        return random.nextInt(5) == 0 ? null : all.get(random.nextInt(all.size()));
    }

    private static List<Row> some(List<Row> all, Random random) {
        List<Row> some = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }
}
