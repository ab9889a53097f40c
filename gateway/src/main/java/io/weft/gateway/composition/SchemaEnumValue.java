package io.weft.gateway.composition;

import java.util.List;
import java.util.Optional;

/** A value of an enum. */
record SchemaEnumValue(String name, Optional<String> description, List<AppliedDirective> directives, int line)
        implements Element {
    SchemaEnumValue {
        directives = List.copyOf(directives);
    }
}
