package io.weft.gateway.composition.schema;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What one leads to, step by step; an entity is where it ends, since it is more than what leads there. */
public final class ReachedTypes {

    private final Map<String, SchemaType> types;
    private final Set<String> reached = new LinkedHashSet<>();

    private ReachedTypes(Map<String, SchemaType> types) {
        this.types = types;
    }

    /** By a field's arguments and type; names of built-in scalars are not among them. */
    public static Set<String> of(SchemaField field, Map<String, SchemaType> types) {
        ReachedTypes reached = new ReachedTypes(types);
        reached.follow(field);
        return reached.reached;
    }

    /** By what a type is made of, and the type itself. */
    public static Set<String> of(String type, Map<String, SchemaType> types) {
        ReachedTypes reached = new ReachedTypes(types);
        reached.follow(type);
        return reached.reached;
    }

    private void follow(SchemaField field) {
        follow(field.type().typeName());
        field.arguments().values().forEach(argument -> follow(argument.type().typeName()));
    }

    private void follow(String name) {
        SchemaType type = types.get(name);
        if (type == null || !reached.add(name)) {
            return;
        }
        switch (type) {
            case SchemaType.Composite composite -> {
                if (!composite.has(FederationDirective.KEY)) {
                    composite.interfaces().forEach(this::follow);
                    composite.fields().values().forEach(this::follow);
                }
            }
            case SchemaType.InputType input ->
                input.fields().values().forEach(field -> follow(field.type().typeName()));
            case SchemaType.UnionType union -> union.members().forEach(this::follow);
            case SchemaType.EnumType _, SchemaType.ScalarType _ -> {}
        }
    }
}
