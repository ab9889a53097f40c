package io.weft.gateway.composition.schema;

import io.weft.gateway.document.TypeReference;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Which type references can stand for which. */
public final class TypeFit {

    private TypeFit() {}

    /**
     * Whether every value of {@code type} is one of {@code wider}.
     *
     * @param member whether the first named type is one of the second, abstract one
     */
    public static boolean isSubtype(TypeReference type, TypeReference wider, BiPredicate<String, String> member) {
        if (type instanceof TypeReference.NonNull(TypeReference inner)) {
            return wider instanceof TypeReference.NonNull(TypeReference widerInner)
                    ? isSubtype(inner, widerInner, member)
                    : isSubtype(inner, wider, member);
        }
        if (type instanceof TypeReference.ListOf(TypeReference element)) {
            return wider instanceof TypeReference.ListOf(TypeReference widerElement)
                    && isSubtype(element, widerElement, member);
        }
        return wider instanceof TypeReference.Named(String widerName)
                && (widerName.equals(type.typeName()) || member.test(type.typeName(), widerName));
    }

    /** The narrowest of two output types that both fit; empty where neither fits the other. */
    public static Optional<TypeReference> wider(TypeReference a, TypeReference b, BiPredicate<String, String> member) {
        if (isSubtype(a, b, member)) {
            return Optional.of(b);
        }
        return isSubtype(b, a, member) ? Optional.of(a) : Optional.empty();
    }

    /** The stricter of two input types; empty where neither takes all that the other takes. */
    public static Optional<TypeReference> stricter(TypeReference a, TypeReference b) {
        BiPredicate<String, String> never = (type, wider) -> false;
        if (isSubtype(a, b, never)) {
            return Optional.of(a);
        }
        return isSubtype(b, a, never) ? Optional.of(b) : Optional.empty();
    }
}
