package io.weft.gateway.execution;

import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.operation.VariableDefinition;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.translation.TranslateInputs;
import java.util.List;
import java.util.Optional;

/** The client's variables as a service is sent them: a transformed service may call what is in them otherwise. */
final class SentVariables {

    private final List<Sent> variables;

    /** @param inputs empty where values are sent as they are */
    private record Sent(VariableDefinition variable, Optional<TranslateInputs> inputs) {}

    private SentVariables(List<Sent> variables) {
        this.variables = List.copyOf(variables);
    }

    static SentVariables of(Fetch fetch, Subgraph subgraph) {
        TranslateInputs inputs = new TranslateInputs(subgraph);
        return new SentVariables(fetch.variables().stream()
                .map(variable -> new Sent(variable, Optional.of(inputs).filter(some -> some.concerns(variable.type()))))
                .toList());
    }

    /** Writes what has a value, as members of an object that has none before. */
    void write(Variables values, JsonOutput out) {
        int empty = out.length();
        for (Sent sent : variables) {
            VariableDefinition variable = sent.variable();
            if (values.values().containsKey(variable.name())) {
                Object value = values.values().get(variable.name());
                (out.length() == empty ? out : out.raw(','))
                        .string(variable.name())
                        .raw(':')
                        .value(sent.inputs().isPresent() ? sent.inputs().get().value(value, variable.type()) : value);
            }
        }
    }
}
