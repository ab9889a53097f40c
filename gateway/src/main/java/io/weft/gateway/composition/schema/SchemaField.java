package io.weft.gateway.composition.schema;

import io.weft.gateway.document.TypeReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field of an object or interface type. */
public record SchemaField(
        String name,
        Optional<String> description,
        TypeReference type,
        Map<String, SchemaInputValue> arguments,
        List<AppliedDirective> directives,
        int line)
        implements Element {

    public SchemaField {
        arguments = arguments.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        directives = List.copyOf(directives);
    }

    public SchemaField withName(String replacement) {
        return new SchemaField(replacement, description, type, arguments, directives, line);
    }

    public SchemaField withType(TypeReference replacement) {
        return new SchemaField(name, description, replacement, arguments, directives, line);
    }

    public SchemaField withArguments(Map<String, SchemaInputValue> replacement) {
        return new SchemaField(name, description, type, replacement, directives, line);
    }

    public SchemaField withDirectives(List<AppliedDirective> replacement) {
        return new SchemaField(name, description, type, arguments, replacement, line);
    }
}
