package io.weft.gateway.composition.schema;

import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A directive on an element of a schema.
 *
 * @param federation which of federation's directives it is, whatever the schema calls it; empty for any other
 * @param name       as the schema calls it, without {@code @}
 * @param arguments  by name, as written
 * @param origin     whether it stands on a definition or on an extension
 */
public record AppliedDirective(
        Optional<FederationDirective> federation,
        String name,
        Map<String, Value<?>> arguments,
        int line,
        Origin origin) {

    public AppliedDirective {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public boolean is(FederationDirective directive) {
        return federation.isPresent() && federation.get() == directive;
    }

    /** The argument's text, where it is a string. */
    public Optional<String> string(String argument) {
        return arguments.get(argument) instanceof StringValue value
                ? Optional.ofNullable(value.getValue())
                : Optional.empty();
    }

    /** The argument's texts, where it is a list of strings, or one string; none where it is left out. */
    public List<String> strings(String argument) {
        Value<?> value = arguments.get(argument);
        return value == null ? List.of() : ListLiteral.strings(value);
    }

    /** Whether the argument is written as {@code false}. */
    public boolean isFalse(String argument) {
        return arguments.get(argument) instanceof BooleanValue value && !value.isValue();
    }

    /** Canonical text: equal for equal applications. */
    public String print() {
        String printed = arguments.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + AstPrinter.printAstCompact(entry.getValue()))
                .collect(Collectors.joining(", "));
        return "@" + name + (printed.isEmpty() ? "" : "(" + printed + ")");
    }

    public AppliedDirective named(String replacement) {
        return new AppliedDirective(federation, replacement, arguments, line, origin);
    }

    public AppliedDirective withArguments(Map<String, Value<?>> replacement) {
        return new AppliedDirective(federation, name, replacement, line, origin);
    }
}
