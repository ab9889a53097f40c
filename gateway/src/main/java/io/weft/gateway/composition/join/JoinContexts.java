package io.weft.gateway.composition.join;

import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.ReadTypeReference;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads back from a supergraph what join v0.5 and the context specification say of contexts. */
final class JoinContexts {

    /** Between the subgraph's name and the context's. */
    private static final String SEPARATOR = "__";

    private JoinContexts() {}

    /** The {@code @context} directives of a type as the subgraph wrote them. */
    static List<AppliedDirective> on(SchemaType type, SubgraphSource subgraph) {
        List<AppliedDirective> own = new ArrayList<>();
        for (AppliedDirective applied : type.directives()) {
            boolean isContext = applied.is(FederationDirective.CONTEXT)
                    || applied.federation().isEmpty() && applied.name().equals("context");
            String name = isContext ? applied.string("name").orElse("") : "";
            int end = name.lastIndexOf(SEPARATOR);
            if (end > 0 && name.substring(0, end).equals(subgraph.name().value())) {
                own.add(federation(FederationDirective.CONTEXT, "name", name.substring(end + SEPARATOR.length())));
            }
        }
        return own;
    }

    /** The arguments of a field that clients do not see, as the subgraph wrote them. */
    static Map<String, SchemaInputValue> arguments(AppliedDirective join) {
        Map<String, SchemaInputValue> arguments = new LinkedHashMap<>();
        if (join.arguments().get("contextArguments") instanceof ArrayValue array) {
            for (Value<?> value : array.getValues()) {
                if (value instanceof ObjectValue object) {
                    argument(object, join.line()).ifPresent(argument -> arguments.put(argument.name(), argument));
                }
            }
        }
        return arguments;
    }

    private static Optional<SchemaInputValue> argument(ObjectValue given, int line) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ObjectField field : given.getObjectFields()) {
            if (field.getValue() instanceof StringValue text && text.getValue() != null) {
                texts.put(field.getName(), text.getValue());
            }
        }
        String name = texts.get("name");
        String type = texts.get("type");
        String context = texts.getOrDefault("context", "");
        if (name == null || type == null) {
            return Optional.empty();
        }
        String reference = "$" + context.substring(context.lastIndexOf(SEPARATOR) + SEPARATOR.length()) + " "
                + texts.getOrDefault("selection", "");
        return Optional.of(new SchemaInputValue(
                name,
                Optional.empty(),
                ReadTypeReference.read(type),
                Optional.empty(),
                List.of(federation(FederationDirective.FROM_CONTEXT, "field", reference)),
                line));
    }

    private static AppliedDirective federation(FederationDirective directive, String argument, String value) {
        return new AppliedDirective(
                Optional.of(directive),
                directive.specName(),
                Map.of(argument, StringValue.of(value)),
                0,
                Origin.DEFINITION);
    }
}
