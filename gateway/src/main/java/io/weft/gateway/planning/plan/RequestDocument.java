package io.weft.gateway.planning.plan;

import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.operation.VariableDefinition;
import io.weft.gateway.planning.plan.Call.KeyArgument;
import io.weft.gateway.planning.plan.RequestText.Piece;
import io.weft.gateway.supergraph.KeyTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a request's text. */
final class RequestDocument {
    private static final String ENTITIES = "_entities";

    private final List<Piece> declarations = new ArrayList<>();
    private final List<Piece> body = new ArrayList<>();
    private final List<Piece> fragments = new ArrayList<>();

    private RequestDocument() {}

    static RequestText of(
            OperationKind kind,
            Optional<String> operationName,
            List<Call> calls,
            List<VariableDefinition> clientVariables) {
        return new RequestDocument().write(kind, operationName, calls, clientVariables);
    }

    private RequestText write(
            OperationKind kind,
            Optional<String> operationName,
            List<Call> calls,
            List<VariableDefinition> clientVariables) {
        Set<String> used = new HashSet<>();
        for (int i = 0; i < calls.size(); i++) {
            used.addAll(calls.get(i).selections().variables());
            switch (calls.get(i)) {
                case Call.Root root ->
                    body.add(new Piece.Fixed(root.selections().print()));
                case Call.Entities entities -> entities(entities);
                case Call.ByField byField when byField.isPerKey() -> forEachKey(byField, i);
                case Call.ByField byField -> forAllKeys(byField);
            }
        }
        for (VariableDefinition variable : clientVariables) {
            if (used.contains(variable.name())) {
                declarations.add(new Piece.Fixed("$" + variable.name() + ":"
                        + variable.type().print()
                        + variable.defaultValue().map(value -> "=" + value).orElse("")));
            }
        }
        boolean bare = kind == OperationKind.QUERY && operationName.isEmpty() && declarations.isEmpty();
        List<Piece> all = new ArrayList<>();
        if (!bare) {
            all.add(new Piece.Fixed(
                    kind.keyword() + operationName.map(name -> " " + name).orElse("")));
        }
        if (!declarations.isEmpty()) {
            all.add(new Piece.Fixed("("));
            join(declarations, ",", all);
            all.add(new Piece.Fixed(")"));
        }
        all.add(new Piece.Fixed("{"));
        join(body, " ", all);
        all.add(new Piece.Fixed("}"));
        all.addAll(fragments);
        return new RequestText(joined(all));
    }

    private void entities(Call.Entities call) {
        declarations.add(new Piece.Fixed("$" + call.variable() + ":[_Any!]!"));
        call.contexts()
                .forEach(context -> declarations.add(new Piece.Fixed(
                        "$" + context.variable() + ":" + context.type().print())));
        body.add(new Piece.Fixed((call.responseKey().equals(ENTITIES) ? "" : call.responseKey() + ":") + ENTITIES
                + "(representations:$" + call.variable() + "){"
                + call.selections().print() + "}"));
    }

    private void forAllKeys(Call.ByField call) {
        for (KeyArgument argument : call.variables()) {
            declarations.add(new Piece.Fixed("$" + call.responseKey() + call.variableSuffix(argument) + ":"
                    + argument.type().print()));
        }
        String selections = "{" + call.selections().print() + "}";
        body.add(new Piece.Fixed(call.responseKey() + ":" + String.join("", field(call, selections))));
    }

    /**
     * The same selections once for every key: with several keys they become a fragment, so that a long list of keys does
     * not become a longer document.
     */
    private void forEachKey(Call.ByField call, int index) {
        String name = call.responseKey();
        List<String> declared = new ArrayList<>();
        String next = "";
        for (KeyArgument argument : call.variables()) {
            declared.add(next + "$" + name);
            next = call.variableSuffix(argument) + ":" + argument.type().print() + ",";
        }
        if (!declared.isEmpty()) {
            declared.add(next.substring(0, next.length() - 1));
            declarations.add(new Piece.PerKey(index, ",", declared, declared));
        }
        String selections = call.selections().print();
        body.add(new Piece.PerKey(
                index, " ", numbered(call, "{" + selections + "}"), numbered(call, "{..." + name + "}")));
        fragments.add(
                new Piece.IfSeveral(index, "fragment " + name + " on " + call.returns() + "{" + selections + "}"));
    }

    private static List<String> numbered(Call.ByField call, String selections) {
        List<String> parts = new ArrayList<>();
        parts.add(call.responseKey());
        List<String> field = field(call, selections);
        parts.add(":" + field.getFirst());
        parts.addAll(field.subList(1, field.size()));
        return parts;
    }

    /** The path to the field that finds, and its arguments; a key's number stands between the parts. */
    private static List<String> field(Call.ByField call, String selections) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder(String.join("{", call.lookup().path()));
        String separator = "(";
        for (KeyArgument argument : call.arguments()) {
            part.append(separator).append(argument.name()).append(':');
            separator = ",";
            if (argument.isVariable()) {
                parts.add(part.append('$').append(call.responseKey()).toString());
                part = new StringBuilder(call.variableSuffix(argument));
            } else {
                part.append(literal(argument.value()));
            }
        }
        part.append(call.arguments().isEmpty() ? "" : ")").append(selections);
        parts.add(part.append("}".repeat(call.lookup().path().size() - 1)).toString());
        return parts;
    }

    private static String literal(KeyTemplate constant) {
        return switch (constant) {
            case KeyTemplate.Constant(String literal) -> literal;
            case KeyTemplate.ObjectOf(Map<String, KeyTemplate> fields) ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + ":" + literal(field.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case KeyTemplate.ListOf(List<KeyTemplate> elements) ->
                elements.stream().map(RequestDocument::literal).collect(Collectors.joining(",", "[", "]"));
            case KeyTemplate.FromKey fromKey -> throw new IllegalArgumentException("no constant: " + fromKey);
            case KeyTemplate.ForEachKey forEach -> throw new IllegalArgumentException("no constant: " + forEach);
        };
    }

    private static void join(List<Piece> pieces, String separator, List<Piece> into) {
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                into.add(new Piece.Fixed(separator));
            }
            into.add(pieces.get(i));
        }
    }

    /** Neighbouring fixed pieces as one. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Fixed(String text)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Piece.Fixed(String before)) {
                joined.set(joined.size() - 1, new Piece.Fixed(before + text));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }
}
