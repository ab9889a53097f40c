package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaInputValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The argument of {@code @fromContext}, {@code $name selection}, in its two parts.
 *
 * @param context   the context's name, without {@code $}
 * @param selection as written behind it, with or without braces
 */
public record ContextReference(String context, String selection) {

    private static final Pattern FORM = Pattern.compile("[\\s,]*\\$[\\s,]*([_A-Za-z]\\w*)(.*)", Pattern.DOTALL);

    /** Empty where it names no context, or selects nothing of it. */
    static Optional<ContextReference> read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && !matcher.group(2).isBlank()
                ? Optional.of(new ContextReference(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    public static Optional<ContextReference> of(SchemaInputValue argument) {
        return argument.first(FederationDirective.FROM_CONTEXT)
                .flatMap(applied -> applied.string("field"))
                .flatMap(ContextReference::read);
    }
}
