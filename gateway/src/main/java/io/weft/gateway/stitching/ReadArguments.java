package io.weft.gateway.stitching;

import io.weft.gateway.supergraph.KeyTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the expression language of stitching's {@code argsExpr}: arguments in GraphQL's syntax, where {@code $key} and
 * {@code $key.field} stand for the key and parts of it, and {@code [[...]]} for a list with an element for each key.
 */
public final class ReadArguments {

    private final ArgumentTokens tokens;

    private ReadArguments(String text) {
        this.tokens = new ArgumentTokens(text);
    }

    /** What came of it. */
    public sealed interface Result {
        /** @param arguments by name, at least one */
        record Read(Map<String, KeyTemplate> arguments) implements Result {}

        /** @param reason why the text is no arguments */
        record Invalid(String reason) implements Result {}
    }

    /** The text's syntax only: whether there is a key in it is not looked at. */
    public static Result read(String text) {
        try {
            return new Result.Read(new ReadArguments(text).arguments());
        } catch (ArgumentTokens.Unexpected unexpected) {
            return new Result.Invalid(unexpected.reason());
        }
    }

    private Map<String, KeyTemplate> arguments() {
        Map<String, KeyTemplate> arguments = new LinkedHashMap<>();
        while (!tokens.isAtEnd()) {
            String name = tokens.name("an argument's name");
            tokens.expect(":");
            if (arguments.put(name, value()) != null) {
                throw tokens.unexpected("the argument " + name + " stands there twice");
            }
        }
        if (arguments.isEmpty()) {
            throw tokens.unexpected("there is no argument");
        }
        return arguments;
    }

    private KeyTemplate value() {
        String token = tokens.next("a value");
        return switch (token) {
            case "{" -> object();
            case "[" -> list();
            case "$" -> key();
            default -> {
                if (!ArgumentTokens.isLiteral(token)) {
                    throw tokens.unexpected("'" + token + "' stands where a value is expected");
                }
                yield new KeyTemplate.Constant(token);
            }
        };
    }

    private KeyTemplate key() {
        String name = tokens.name("key");
        if (!name.equals("key")) {
            throw tokens.unexpected("$" + name + " is not known: there is only $key");
        }
        List<String> path = new ArrayList<>();
        while (tokens.take(".")) {
            path.add(tokens.name("a field of the key"));
        }
        return new KeyTemplate.FromKey(path);
    }

    private KeyTemplate object() {
        Map<String, KeyTemplate> fields = new LinkedHashMap<>();
        while (!tokens.take("}")) {
            String name = tokens.name("a field's name or '}'");
            tokens.expect(":");
            if (fields.put(name, value()) != null) {
                throw tokens.unexpected("the field " + name + " stands there twice");
            }
        }
        return fields.values().stream().allMatch(KeyTemplate.Constant.class::isInstance)
                ? new KeyTemplate.Constant(fields.entrySet().stream()
                        .map(field -> field.getKey() + ":" + ((KeyTemplate.Constant) field.getValue()).literal())
                        .collect(Collectors.joining(",", "{", "}")))
                : new KeyTemplate.ObjectOf(fields);
    }

    private KeyTemplate list() {
        List<String> constants = new ArrayList<>();
        if (tokens.take("[")) {
            KeyTemplate first = tokens.take("]") ? new KeyTemplate.Constant("") : value();
            if (!(first instanceof KeyTemplate.Constant)) {
                return forEachKey(first);
            }
            constants.add(nested(first));
        }
        while (!tokens.take("]")) {
            constants.add(constant(value()));
        }
        return new KeyTemplate.Constant("[" + String.join(",", constants) + "]");
    }

    private KeyTemplate forEachKey(KeyTemplate element) {
        if (!tokens.take("]") || !tokens.take("]")) {
            throw tokens.unexpected("each '[[' must be closed by ']]', with one value between them");
        }
        if (KeyUse.of(element) == KeyUse.OF_EACH) {
            throw tokens.unexpected("a '[[...]]' cannot stand within another");
        }
        return new KeyTemplate.ForEachKey(element);
    }

    /** The rest of a list of constants within a list. */
    private String nested(KeyTemplate first) {
        List<String> constants = new ArrayList<>();
        if (first instanceof KeyTemplate.Constant(String literal) && !literal.isEmpty()) {
            constants.add(literal);
            while (!tokens.take("]")) {
                constants.add(constant(value()));
            }
        }
        return "[" + String.join(",", constants) + "]";
    }

    private String constant(KeyTemplate element) {
        if (element instanceof KeyTemplate.Constant(String literal)) {
            return literal;
        }
        throw tokens.unexpected("$key cannot stand in a list of other values; a list with an element for each key is"
                + " written [[$key.field]]");
    }
}
