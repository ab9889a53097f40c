package io.weft.gateway.planning.plan;

import io.weft.gateway.operation.OperationKind;
import io.weft.gateway.operation.VariableDefinition;
import io.weft.gateway.supergraph.Lookup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a request's text. */
final class RequestDocument {
    private static final String ENTITIES = "_entities";

    private RequestDocument() {}

    static String of(
            OperationKind kind,
            Optional<String> operationName,
            List<Call> calls,
            List<VariableDefinition> clientVariables) {
        Set<String> used = new HashSet<>();
        List<String> declarations = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (Call call : calls) {
            used.addAll(call.selections().variables());
            body.append(body.isEmpty() ? "" : " ");
            switch (call) {
                case Call.Root root -> body.append(root.selections().print());
                case Call.Entities entities -> {
                    declarations.add("$" + entities.variable() + ":[_Any!]!");
                    body.append(entities(entities));
                }
            }
        }
        for (VariableDefinition variable : clientVariables) {
            if (used.contains(variable.name())) {
                declarations.add("$" + variable.name() + ":" + variable.type().print()
                        + variable.defaultValue().map(value -> "=" + value).orElse(""));
            }
        }
        String head = declarations.isEmpty() ? "" : "(" + String.join(",", declarations) + ")";
        if (kind == OperationKind.QUERY && operationName.isEmpty() && head.isEmpty()) {
            return "{" + body + "}";
        }
        return kind.keyword() + operationName.map(name -> " " + name).orElse("") + head + "{" + body + "}";
    }

    private static String entities(Call.Entities call) {
        return switch (call.lookup()) {
            case Lookup.Entities lookup ->
                (call.responseKey().equals(ENTITIES) ? "" : call.responseKey() + ":") + ENTITIES + "(representations:$"
                        + call.variable() + "){" + call.selections().print() + "}";
            case Lookup.RootField lookup ->
                throw new IllegalArgumentException("root field lookups are not written yet: " + lookup);
        };
    }
}
