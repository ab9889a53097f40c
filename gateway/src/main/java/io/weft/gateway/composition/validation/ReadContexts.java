package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.supergraph.ContextualArgument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which types of one subgraph set which context, and what its fields take of them. */
public final class ReadContexts {

    private final Map<String, Set<String>> setBy = new LinkedHashMap<>();

    public ReadContexts(Map<String, SchemaType> types) {
        types.values().stream()
                .filter(type -> !type.directives().isEmpty())
                .forEach(type -> type.all(FederationDirective.CONTEXT)
                        .forEach(applied -> applied.string("name")
                                .ifPresent(name -> setBy.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                        .add(type.name()))));
    }

    /** Whether no type sets any. */
    public boolean isEmpty() {
        return setBy.isEmpty();
    }

    /** The types that set the context, in their order; empty where none does. */
    Set<String> setBy(String context) {
        return setBy.getOrDefault(context, Set.of());
    }

    /** Those arguments that can be given; what is wrong with others is {@link CheckContexts}' business. */
    public List<ContextualArgument> argumentsOf(SchemaField field) {
        List<ContextualArgument> contextual = new ArrayList<>();
        for (SchemaInputValue argument : field.arguments().values()) {
            ContextReference.of(argument).ifPresent(reference -> {
                Set<String> types = setBy(reference.context());
                if (!types.isEmpty()
                        && ReadFieldSet.read(reference.selection())
                                instanceof ReadFieldSet.Result.Read(var selection)) {
                    contextual.add(new ContextualArgument(
                            argument.name(), argument.type(), reference.context(), types, selection));
                }
            });
        }
        return contextual;
    }
}
