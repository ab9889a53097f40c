package io.weft.gateway.application;

import io.weft.gateway.composition.problem.NearestName;
import io.weft.identity.IdentitySettings;
import io.weft.identity.TrustSettings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names of settings, to find the one that somebody may have meant. */
final class KnownSettings {

    private static final Map<String, Class<?>> ROOTS =
            Map.of("identity", IdentitySettings.class, "trust", TrustSettings.class);

    private KnownSettings() {}

    /**
     * @param name as it is written in a configuration, {@code subgraphs[0].timout}
     * @param roots what else may stand at the top
     * @return {@code "; did you mean subgraphs[0].timeout?"}, or nothing where no name is near
     */
    static String suggestion(String name, Set<String> roots) {
        List<String> names = List.of(name.split("\\."));
        @Nullable Class<?> settings = GatewayProperties.class;
        for (String above : names.subList(0, names.size() - 1)) {
            settings = below(settings, above.replaceAll("\\[.*", ""));
        }
        if (settings == null) {
            return "";
        }
        Set<String> known = new TreeSet<>(names.size() == 1 ? roots : Set.of());
        Arrays.stream(settings.getRecordComponents()).forEach(component -> known.add(kebab(component)));
        String above = name.substring(0, name.length() - names.getLast().length());
        return NearestName.suggestion(names.getLast(), known).replace("mean ", "mean " + above);
    }

    private static @Nullable Class<?> below(@Nullable Class<?> settings, String name) {
        if (settings == GatewayProperties.class && ROOTS.containsKey(name)) {
            return ROOTS.get(name);
        }
        if (settings == null || !settings.isRecord()) {
            return null;
        }
        return Arrays.stream(settings.getRecordComponents())
                .filter(component -> kebab(component).equals(name))
                .findFirst()
                .map(component -> type(component.getGenericType()))
                .filter(Class::isRecord)
                .orElse(null);
    }

    /** Of a list, its elements' type; of a map, its values'. */
    private static Class<?> type(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType several
            when several.getActualTypeArguments()[several.getActualTypeArguments().length - 1]
                    instanceof Class<?> element -> element;
            default -> Object.class;
        };
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
