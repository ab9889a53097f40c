package io.weft.gateway.composition;

import graphql.language.AstPrinter;
import graphql.language.Value;
import io.weft.gateway.document.TypeReference;
import java.util.List;
import java.util.Optional;

/** An argument or an input field. */
record SchemaInputValue(
        String name,
        Optional<String> description,
        TypeReference type,
        Optional<Value<?>> defaultValue,
        List<AppliedDirective> directives,
        int line)
        implements Element {

    SchemaInputValue {
        directives = List.copyOf(directives);
    }

    boolean isRequired() {
        return type instanceof TypeReference.NonNull && defaultValue.isEmpty();
    }

    Optional<String> printedDefault() {
        return defaultValue.map(AstPrinter::printAstCompact);
    }
}
