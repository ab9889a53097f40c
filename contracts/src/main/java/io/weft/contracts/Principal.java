package io.weft.contracts;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who is calling. */
public sealed interface Principal {

    /** Nobody in particular: sees what is public. */
    record Anonymous() implements Principal {}

    /**
     * Somebody known.
     *
     * @param id     a UUID or an opaque text of 1 to 255 characters, none of them a control character
     * @param role   the highest of their roles
     * @param scopes tokens as OAuth defines them (visible ASCII without quote and backslash), sorted
     */
    record User(String id, Role role, SortedSet<String> scopes) implements Principal {
        public User {
            if (!isUserId(id)) {
                throw new IllegalArgumentException(
                        "a user id has 1 to 255 characters, no control characters and no space at its ends");
            }
            Objects.requireNonNull(role);
            for (String scope : scopes) {
                if (!isScope(scope)) {
                    throw new IllegalArgumentException(
                            "a scope is visible ASCII without space, quote and backslash, not \"" + scope + "\"");
                }
            }
            scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
        }
    }

    Principal ANONYMOUS = new Anonymous();

    static Principal anonymous() {
        return ANONYMOUS;
    }

    static Principal user(String id, Collection<Role> roles, Collection<String> scopes) {
        return new User(id, Role.highest(roles), new TreeSet<>(scopes));
    }

    /** Empty for anonymous. */
    default Optional<String> userId() {
        return switch (this) {
            case Anonymous() -> Optional.empty();
            case User user -> Optional.of(user.id());
        };
    }

    default Role role() {
        return switch (this) {
            case Anonymous() -> Role.PUBLIC;
            case User user -> user.role();
        };
    }

    default Set<String> scopes() {
        return switch (this) {
            case Anonymous() -> Set.of();
            case User user -> user.scopes();
        };
    }

    /** Whether a text may be a user's id. */
    static boolean isUserId(String text) {
        return !text.isEmpty()
                && text.length() <= 255
                && text.equals(text.strip())
                && text.codePoints().noneMatch(Principal::isNoText);
    }

    /** Whether a text may be a scope (RFC 6749, section 3.3). */
    static boolean isScope(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\');
    }

    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
