package io.weft.postgres.schema;

import io.weft.postgres.catalog.ColumnType;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.PublishedField.Use;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a service publishes of its tables. Every name is unique and every type that is referred to is there. */
public record Publication(List<ObjectType> types, List<Root> roots, List<Write> writes) {

    /** What follows a type's name in the names of the types about it. */
    private static final List<String> SUFFIXES = List.of(
            "Connection",
            "Edge",
            "Filter",
            "Order",
            "ManyFilter",
            "CountFilter",
            "ManyOrder",
            "ColumnOrder",
            "NumberOrder",
            "PercentileOrder",
            "Aggregate",
            "AggregateCounts",
            "AggregateExtremes",
            "AggregateSums",
            "AggregateAverages",
            "AggregateColumn",
            "AggregateGrouping",
            "AggregateGroup",
            "AggregateKey",
            "AggregateHaving",
            "AggregateCountsHaving",
            "AggregateExtremesHaving",
            "AggregateSumsHaving",
            "AggregateAveragesHaving",
            "AggregateOrder",
            "AggregateExtremesOrder");

    /** What follows the name of a type of values. */
    private static final List<String> VALUE_SUFFIXES = List.of("Filter", "ListFilter", "MultirangeFilter", "Input");

    /** What else follows it where its rows can be written. */
    private static final List<String> WRITE_SUFFIXES =
            List.of("Insert", "Update", "UniqueKey", "UpdatableColumn", "Written");

    private static final List<String> FEDERATION = List.of("_service", "_entities");
    private static final List<String> FILTER_WORDS = List.of("and", "or", "not");

    public static final Publication EMPTY = new Publication(List.of(), List.of());

    /** What is only read. */
    public Publication(List<ObjectType> types, List<Root> roots) {
        this(types, roots, List.of());
    }

    /**
     * @throws NameCollision where two things would have one GraphQL name
     * @throws InvalidName where something would have a name that GraphQL does not allow
     */
    public Publication {
        types = ByName.of(types);
        roots = List.copyOf(roots);
        writes = List.copyOf(writes);
        Map<String, String> owners = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        ValueTypeSdl.RESERVED.forEach(name -> claim(owners, name, "a type of the library"));
        NamedTypes.of(types).byName().forEach((name, type) -> {
            claim(owners, name, "the type " + type.sql());
            VALUE_SUFFIXES.forEach(
                    suffix -> claim(owners, name + suffix, "the " + suffix + " of the type " + type.sql()));
        });
        FilterNames.of(types).forEach(name -> owners.putIfAbsent(name, "a filter of the library"));
        for (ObjectType type : types) {
            known.add(type.name());
            claim(owners, type.name(), "table " + type.table().name());
            for (String suffix : SUFFIXES) {
                claim(
                        owners,
                        type.name() + suffix,
                        "the " + suffix + " of table " + type.table().name());
            }
            claimFields(owners, type.name(), type.fields());
        }
        FEDERATION.forEach(name -> claim(owners, "Query.", name, "a field of federation"));
        for (Root root : roots) {
            claim(owners, "Query.", root.name(), "type " + root.typeName());
        }
        writes.stream()
                .map(Write::typeName)
                .distinct()
                .forEach(name -> WRITE_SUFFIXES.forEach(
                        suffix -> claim(owners, name + suffix, "the " + suffix + " of type " + name)));
        for (Write write : writes) {
            claim(owners, "Mutation.", write.name(), "type " + write.typeName());
        }
        for (ObjectType type : types) {
            requireKnown(known, type.fields());
        }
        for (Root root : roots) {
            requireKnown(known, root.typeName());
        }
        for (Write write : writes) {
            requireKnown(known, write.typeName());
        }
    }

    public Optional<ObjectType> find(String typeName) {
        return Optional.ofNullable(ByName.of(types).type(typeName));
    }

    /** @throws IllegalArgumentException if it is not published */
    public ObjectType type(String typeName) {
        return find(typeName).orElseThrow(() -> new IllegalArgumentException(typeName + " is not published"));
    }

    /** The enumerations of the database that columns have, by their GraphQL names. */
    public Map<String, ColumnType.Enumeration> enumerations() {
        Map<String, ColumnType.Enumeration> enumerations = new LinkedHashMap<>();
        NamedTypes.of(types).byName().forEach((name, type) -> {
            if (type instanceof ColumnType.Enumeration enumeration) {
                enumerations.put(name, enumeration);
            }
        });
        return enumerations;
    }

    private static void claimFields(Map<String, String> owners, String type, List<PublishedField> fields) {
        Map<String, String> seen = new HashMap<>();
        for (PublishedField field : fields) {
            claim(seen, field.name(), describe(type, field));
            leaveFilterWords(type, field);
            if (field instanceof GroupField group) {
                claim(owners, group.typeName(), type + "." + group.name());
                for (String suffix : List.of("Filter", "Order")) {
                    claim(owners, group.typeName() + suffix, "the " + suffix + " of " + type + "." + group.name());
                }
                claimFields(owners, group.typeName(), group.fields());
            }
        }
    }

    private static String describe(String type, PublishedField field) {
        return switch (field) {
            case ColumnField column -> "column \"" + column.column().name() + "\" of " + type;
            case GroupField group -> "the group " + group.typeName() + " of " + type;
            case MeasureField measure ->
                "the " + measure.measure().suffix() + " of column \""
                        + measure.column().column().name() + "\" of " + type;
            case ToOneField one -> one.typeName() + " of " + type;
            case ToManyField many -> many.typeName() + " of " + type;
        };
    }

    /** A filter has words of its own beside the fields. */
    private static void leaveFilterWords(String type, PublishedField field) {
        boolean filtered = switch (field) {
            case ColumnField column -> column.uses().contains(Use.FILTER);
            case GroupField _ -> true;
            case ToOneField one -> one.uses().contains(Use.FILTER);
            case ToManyField many -> many.uses().contains(Use.FILTER);
            case MeasureField _ -> false;
        };
        if (filtered && FILTER_WORDS.contains(field.name())) {
            throw new NameCollision(type + "Filter." + field.name(), "the filter's own word", describe(type, field));
        }
    }

    private static void claim(Map<String, String> owners, String name, String owner) {
        claim(owners, "", name, owner);
    }

    private static void claim(Map<String, String> owners, String within, String name, String owner) {
        InvalidName.refuse(name, owner);
        String other = owners.putIfAbsent(within + name, owner);
        if (other != null) {
            throw new NameCollision(within + name, other, owner);
        }
    }

    private static void requireKnown(Set<String> known, List<PublishedField> fields) {
        for (PublishedField field : fields) {
            switch (field) {
                case ColumnField _, MeasureField _ -> {}
                case GroupField group -> requireKnown(known, group.fields());
                case ToOneField one -> requireKnown(known, one.typeName());
                case ToManyField many -> requireKnown(known, many.typeName());
            }
        }
    }

    private static void requireKnown(Set<String> known, String typeName) {
        if (!known.contains(typeName)) {
            throw new IllegalArgumentException("type " + typeName + " is referred to but not published");
        }
    }
}
