package io.weft.gateway.composition;

import java.util.List;
import java.util.Optional;

/** A value of an enum. */
record SchemaEnumValue(String name, Optional<String> description, List<AppliedDirective> directives, int line)
        implements Element {
    SchemaEnumValue {
        directives = List.copyOf(directives);
    }

    SchemaEnumValue withName(String replacement) {
        return new SchemaEnumValue(replacement, description, directives, line);
    }

    SchemaEnumValue withDirectives(List<AppliedDirective> replacement) {
        return new SchemaEnumValue(name, description, replacement, line);
    }
}
