package io.weft.identity;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a Principal from the claims of a verified token. */
final class PrincipalClaims {

    private final IdentitySettings settings;

    PrincipalClaims(IdentitySettings settings) {
        this.settings = settings;
    }

    Caller read(Map<String, Object> claims) {
        String userClaim = settings.claims().user();
        if (!(claim(claims, userClaim) instanceof String user) || !Principal.isUserId(user)) {
            return new Caller.Refused(
                    "NO_USER",
                    "the token's claim \"" + userClaim + "\" must be the user's id, a text of 1 to 255 characters");
        }
        List<Role> roles = texts(claims, settings.claims().roles()).stream()
                .flatMap(name -> role(name).stream())
                .toList();
        List<String> scopes = texts(claims, settings.claims().scopes());
        Optional<String> bad =
                scopes.stream().filter(scope -> !Principal.isScope(scope)).findFirst();
        if (bad.isPresent()) {
            return new Caller.Refused("BAD_SCOPE", "the token's scope \"" + bad.get() + "\" is not visible ASCII");
        }
        return new Caller.Known(Principal.user(user, roles, scopes));
    }

    private Optional<Role> role(String name) {
        Map<String, Role> names = settings.roleNames();
        return names.isEmpty() ? Role.named(name) : Optional.ofNullable(names.get(name));
    }

    private static List<String> texts(Map<String, Object> claims, List<String> paths) {
        List<String> texts = new ArrayList<>();
        for (String path : paths) {
            switch (claim(claims, path)) {
                case String text ->
                    Stream.of(text.split(" ")).filter(part -> !part.isEmpty()).forEach(texts::add);
                case Collection<?> list ->
                    list.stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .forEach(texts::add);
                case null, default -> {}
            }
        }
        return texts;
    }

    /** A claim's own name may contain dots (they are often URLs), so the whole name is tried before the path. */
    private static @Nullable Object claim(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        if (whole != null) {
            return whole;
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, path.substring(dot + 1))
                : null;
    }
}
