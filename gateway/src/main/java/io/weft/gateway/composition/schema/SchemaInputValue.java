package io.weft.gateway.composition.schema;

import graphql.language.AstPrinter;
import graphql.language.Value;
import io.weft.gateway.document.TypeReference;
import java.util.List;
import java.util.Optional;

/** An argument or an input field. */
public record SchemaInputValue(
        String name,
        Optional<String> description,
        TypeReference type,
        Optional<Value<?>> defaultValue,
        List<AppliedDirective> directives,
        int line)
        implements Element {

    public SchemaInputValue {
        directives = List.copyOf(directives);
    }

    public SchemaInputValue withName(String replacement) {
        return new SchemaInputValue(replacement, description, type, defaultValue, directives, line);
    }

    public SchemaInputValue withType(TypeReference replacement) {
        return new SchemaInputValue(name, description, replacement, defaultValue, directives, line);
    }

    public SchemaInputValue withDefault(Optional<Value<?>> replacement) {
        return new SchemaInputValue(name, description, type, replacement, directives, line);
    }

    public SchemaInputValue withDirectives(List<AppliedDirective> replacement) {
        return new SchemaInputValue(name, description, type, defaultValue, replacement, line);
    }

    public boolean isRequired() {
        return type instanceof TypeReference.NonNull && defaultValue.isEmpty();
    }

    public Optional<String> printedDefault() {
        return defaultValue.map(AstPrinter::printAstCompact);
    }
}
