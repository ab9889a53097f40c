package io.weft.gateway.composition.fieldset;

import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.subgraph.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code fields} argument of {@code @key}, {@code @requires} and {@code @provides} as text. */
public final class FieldSetText {

    private FieldSetText() {}

    /** Empty where it is not a text. Federation 1 also took a list of strings, and a bare name. */
    public static Optional<String> of(AppliedDirective directive, Links links) {
        Value<?> value = directive.arguments().get("fields");
        return switch (value) {
            case StringValue text -> Optional.ofNullable(text.getValue());
            case EnumValue name when !links.isFederationTwo() -> Optional.of(name.getName());
            case ArrayValue array when !links.isFederationTwo() -> joined(array);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<String> joined(ArrayValue array) {
        List<String> parts = new ArrayList<>();
        for (Value<?> element : array.getValues()) {
            if (!(element instanceof StringValue text)) {
                return Optional.empty();
            }
            parts.add(text.getValue());
        }
        return Optional.of(String.join(" ", parts));
    }
}
