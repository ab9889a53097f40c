package io.weft.postgres.sql;

import com.github.benmanes.caffeine.cache.Cache;
import io.weft.http.server.Caches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What is compiled once for all {@link Given} values like those it was compiled for: of an equal form, and equal where compiling looked at
 * them. Which those are is learnt from each that is compiled, and only grows. Keeps the last ones, by their size. Safe for use by many threads.
 *
 * @param <F> what the values stand in, by its equality
 */
public final class CompiledForms<F, T> {

    private static final int OVERHEAD = 2000;
    private static final int OVERHEAD_OF_FORM = 100;

    private final Cache<F, SortedMap<Integer, Look>> looks;
    private final Cache<Variant<F>, T> compiled;

    /**
     * @param kept       about as many characters of forms, and of what is compiled
     * @param sizeOfForm about how many of these a form has
     * @param size       and what is compiled
     */
    public CompiledForms(long kept, ToIntFunction<F> sizeOfForm, ToIntFunction<T> size) {
        this.looks = Caches.builder()
                .maximumWeight(kept)
                .weigher((F form, SortedMap<Integer, Look> _) -> OVERHEAD_OF_FORM + sizeOfForm.applyAsInt(form))
                .build();
        this.compiled = Caches.builder()
                .maximumWeight(kept)
                .weigher((Variant<F> variant, T value) -> OVERHEAD
                        + sizeOfForm.applyAsInt(variant.form())
                        + 20 * variant.looked().size()
                        + size.applyAsInt(value))
                .build();
    }

    /**
     * @param looks  which values compiling looked at, and how
     * @param looked and what it saw
     */
    private record Variant<F>(F form, SortedMap<Integer, Look> looks, List<Object> looked) {}

    /**
     * What was compiled for values like these, or is now.
     *
     * @param leaves  the values, by their numbers
     * @param seen    those that compiling looks at, and how, once it did
     * @param compile is called where none is known; what it throws is thrown here, and nothing is kept
     */
    public T find(F form, List<Object> leaves, Map<Integer, Look> seen, Supplier<T> compile) {
        SortedMap<Integer, Look> known = looks.getIfPresent(form);
        if (known != null) {
            T before = compiled.getIfPresent(variant(form, known, leaves));
            if (before != null) {
                return before;
            }
        }
        T fresh = compile.get();
        SortedMap<Integer, Look> all = looks.asMap().merge(form, new TreeMap<>(seen), CompiledForms::both);
        compiled.put(variant(form, all, leaves), fresh);
        return fresh;
    }

    /** How many are kept now. */
    public long kept() {
        compiled.cleanUp();
        return compiled.estimatedSize();
    }

    /** What compiling looks at may depend on what it saw: what any of them looked at counts for all. */
    private static SortedMap<Integer, Look> both(SortedMap<Integer, Look> one, SortedMap<Integer, Look> other) {
        SortedMap<Integer, Look> both = new TreeMap<>(one);
        other.forEach((leaf, look) -> both.merge(leaf, look, Look::and));
        return both;
    }

    private static <F> Variant<F> variant(F form, SortedMap<Integer, Look> looks, List<Object> leaves) {
        List<Object> looked = new ArrayList<>();
        looks.forEach((leaf, look) -> looked.add(look.of(leaves.get(leaf))));
        return new Variant<>(form, looks, looked);
    }
}
