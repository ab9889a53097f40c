package io.weft.gateway.translation;

import io.weft.gateway.document.TypeReference;
import io.weft.gateway.operation.VariableDefinition;
import io.weft.gateway.planning.plan.Call;
import io.weft.gateway.planning.plan.Call.KeyArgument;
import io.weft.gateway.planning.plan.ContextValue;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.supergraph.FieldTerms;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Lookup;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a fetch into the terms of the service it asks. */
public final class TranslateFetch {

    private static final String QUERY = "Query";

    private final Subgraph subgraph;
    private final TranslateInputs inputs;

    public TranslateFetch(Subgraph subgraph) {
        this.subgraph = subgraph;
        this.inputs = new TranslateInputs(subgraph);
    }

    /** @param fetch from the subgraph */
    public TranslatedFetch translate(Fetch fetch) {
        TranslateSelections selections = new TranslateSelections(subgraph);
        List<Call> calls = new ArrayList<>();
        List<List<Answered>> answers = new ArrayList<>();
        for (Call call : fetch.calls()) {
            TranslateSelections.Translated translated = selections.translate(call.selections(), type(call, fetch));
            answers.add(translated.answer());
            calls.add(
                    switch (call) {
                        case Call.Root root -> new Call.Root(root.targets(), translated.request(), root.when());
                        case Call.Entities entities ->
                            new Call.Entities(
                                    entities.responseKey(),
                                    entities.variable(),
                                    entities.targets(),
                                    entities.lookup(),
                                    entities.representations(),
                                    translated.request(),
                                    entities.contexts().stream()
                                            .map(this::context)
                                            .toList(),
                                    List.of(),
                                    entities.when());
                        case Call.ByField byField ->
                            new Call.ByField(
                                    byField.responseKey(),
                                    byField.targets(),
                                    lookup(byField.lookup()),
                                    byField.representations(),
                                    arguments(byField),
                                    byField.matches(),
                                    subgraph.translation().type(byField.returns()),
                                    translated.request(),
                                    List.of(),
                                    byField.when());
                    });
        }
        Fetch request = Fetch.of(
                fetch.id(),
                fetch.subgraph(),
                fetch.kind(),
                fetch.operationName(),
                calls,
                fetch.variables().stream().map(this::variable).toList(),
                fetch.after(),
                fetch.when());
        return new TranslatedFetch(request, answers);
    }

    /** Its value is sent as it is. */
    private ContextValue context(ContextValue context) {
        return new ContextValue(context.variable(), inputs.type(context.type()), context.origins());
    }

    private static String type(Call call, Fetch fetch) {
        return switch (call) {
            case Call.Root root ->
                switch (fetch.kind()) {
                    case QUERY -> QUERY;
                    case MUTATION -> "Mutation";
                    case SUBSCRIPTION -> "Subscription";
                };
            case Call.Entities entities -> entities.lookup().type();
            case Call.ByField byField -> byField.returns();
        };
    }

    private VariableDefinition variable(VariableDefinition variable) {
        return new VariableDefinition(
                variable.name(),
                inputs.type(variable.type()),
                variable.defaultValue().map(value -> inputs.literal(value, variable.type())));
    }

    /** By the fields that the service has on the way; where it leads through objects of ours, there are none. */
    private Lookup.RootField lookup(Lookup.RootField lookup) {
        List<String> path = new ArrayList<>();
        for (FieldTerms.Asked field : asked(lookup)) {
            field.steps().forEach(step -> path.add(step.field()));
        }
        return new Lookup.RootField(
                lookup.subgraph(), lookup.type(), lookup.key(), path, lookup.arguments(), lookup.answer());
    }

    private List<FieldTerms.Asked> asked(Lookup.RootField lookup) {
        List<FieldTerms.Asked> asked = new ArrayList<>();
        String type = QUERY;
        for (String name : lookup.path()) {
            if (subgraph.translation().field(type, name) instanceof FieldTerms.Asked field) {
                asked.add(field);
            }
            Optional<SubgraphField> definition = subgraph.field(type, name);
            type = definition.map(found -> found.type().typeName()).orElse("");
        }
        return asked;
    }

    private List<KeyArgument> arguments(Call.ByField call) {
        FieldTerms.Step finds = asked(call.lookup()).getLast().last();
        List<KeyArgument> arguments = new ArrayList<>();
        for (KeyArgument argument : call.arguments()) {
            arguments.add(new KeyArgument(
                    finds.argument(argument.name()),
                    inputs.type(argument.type()),
                    inputs.template(argument.value(), argument.type())));
        }
        finds.defaults().forEach((name, literal) -> {
            if (call.arguments().stream().noneMatch(argument -> argument.name().equals(name))) {
                arguments.add(constant(finds.argument(name), literal));
            }
        });
        finds.constants().forEach((name, literal) -> arguments.add(constant(name, literal)));
        return arguments;
    }

    /** A constant stands in the text, so that nobody asks for its type. */
    private static KeyArgument constant(String name, String literal) {
        return new KeyArgument(name, new TypeReference.Named("String"), new KeyTemplate.Constant(literal));
    }
}
