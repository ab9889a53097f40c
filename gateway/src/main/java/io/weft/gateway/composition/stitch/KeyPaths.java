package io.weft.gateway.composition.stitch;

import io.weft.gateway.supergraph.KeyTemplate;
import java.util.List;
import java.util.Set;

/** The parts of a key that something is made of. */
public final class KeyPaths {

    private KeyPaths() {}

    /** Adds the paths; an empty one is the key as a whole. */
    public static void collect(KeyTemplate template, Set<List<String>> paths) {
        switch (template) {
            case KeyTemplate.FromKey(List<String> path) -> paths.add(path);
            case KeyTemplate.Constant constant -> {}
            case KeyTemplate.ObjectOf(var fields) -> fields.values().forEach(field -> collect(field, paths));
            case KeyTemplate.ListOf(var elements) -> elements.forEach(element -> collect(element, paths));
            case KeyTemplate.ForEachKey(KeyTemplate element) -> collect(element, paths);
        }
    }
}
