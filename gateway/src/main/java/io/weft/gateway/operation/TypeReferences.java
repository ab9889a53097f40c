package io.weft.gateway.operation;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import io.weft.gateway.document.TypeReference;

/** graphql-java's type references as ours. */
final class TypeReferences {
    private TypeReferences() {}

    static TypeReference of(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> new TypeReference.NonNull(of(nonNull.getType()));
            case ListType list -> new TypeReference.ListOf(of(list.getType()));
            case TypeName named -> new TypeReference.Named(named.getName());
            default -> throw new IllegalStateException("not a type: " + type);
        };
    }
}
