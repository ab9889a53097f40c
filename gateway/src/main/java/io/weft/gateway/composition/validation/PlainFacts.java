package io.weft.gateway.composition.validation;

import java.util.AbstractMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts of fields of which no directive says anything. Immutable. */
final class PlainFacts extends AbstractMap<String, FieldFacts> {

    private static final FieldFacts PLAIN =
            new FieldFacts(FieldFacts.External.NO, FieldFacts.Sharing.ALONE, Optional.empty(), Optional.empty());

    private final Set<String> fields;

    PlainFacts(Set<String> fields) {
        this.fields = fields;
    }

    @Override
    public @Nullable FieldFacts get(Object field) {
        return fields.contains(field) ? PLAIN : null;
    }

    @Override
    public boolean containsKey(Object field) {
        return fields.contains(field);
    }

    @Override
    public Set<String> keySet() {
        return fields;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlainFacts plain ? fields.equals(plain.fields) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    @Override
    public Set<Entry<String, FieldFacts>> entrySet() {
        return fields.stream().map(field -> entry(field)).collect(Collectors.toUnmodifiableSet());
    }

    private static Entry<String, FieldFacts> entry(String field) {
        return new SimpleImmutableEntry<>(field, PLAIN);
    }
}
