package io.weft.gateway.composition.schema;

import java.util.List;
import java.util.Optional;

/** A value of an enum. */
public record SchemaEnumValue(String name, Optional<String> description, List<AppliedDirective> directives, int line)
        implements Element {
    public SchemaEnumValue {
        directives = List.copyOf(directives);
    }

    public SchemaEnumValue withName(String replacement) {
        return new SchemaEnumValue(replacement, description, directives, line);
    }

    public SchemaEnumValue withDirectives(List<AppliedDirective> replacement) {
        return new SchemaEnumValue(name, description, replacement, line);
    }
}
