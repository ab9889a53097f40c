package io.weft.gateway.composition.schema;

import java.util.List;
import java.util.Set;

/** What GraphQL has without anybody's definition. */
public final class BuiltInNames {

    public static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");
    public static final List<String> DIRECTIVES =
            List.of("skip", "include", "deprecated", "specifiedBy", "oneOf", "defer", "stream");

    private BuiltInNames() {}
}
