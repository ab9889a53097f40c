package io.weft.gateway.operation;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How large the operations of a document are once their fragments are inlined, found without inlining them: a small
 * document whose fragments spread one another twice can stand for millions of fields.
 */
final class MeasureDocument {
    private static final Size NOTHING = new Size(0, 0, 0);

    private final OperationLimits limits;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Size> measured = new HashMap<>();

    MeasureDocument(OperationLimits limits, Map<String, FragmentDefinition> fragments) {
        this.limits = limits;
        this.fragments = fragments;
    }

    private record Size(long depth, long aliases, long fields) {
        Size beside(Size other) {
            return new Size(
                    Math.max(depth, other.depth), capped(aliases + other.aliases), capped(fields + other.fields));
        }

        private static long capped(long count) {
            return Math.min(count, Integer.MAX_VALUE);
        }
    }

    /** What is exceeded, as a sentence. */
    Optional<String> exceeded(Document document) {
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Size size = measure(operation.getSelectionSet());
            if (size.depth > limits.maxDepth()) {
                return Optional.of(sentence("nests fields " + size.depth + " deep", limits.maxDepth()));
            }
            if (size.aliases > limits.maxAliases()) {
                return Optional.of(sentence("has " + size.aliases + " aliases", limits.maxAliases()));
            }
            if (size.fields > limits.maxFields()) {
                return Optional.of(sentence("selects " + size.fields + " fields", limits.maxFields()));
            }
        }
        return Optional.empty();
    }

    private static String sentence(String what, int limit) {
        return "The operation " + what + ", fragments inlined; the limit is " + limit;
    }

    private Size measure(@Nullable SelectionSet set) {
        Size sum = NOTHING;
        if (set == null) {
            return sum;
        }
        for (Selection<?> selection : set.getSelections()) {
            sum = sum.beside(
                    switch (selection) {
                        case Field field -> field(field);
                        case InlineFragment inline -> measure(inline.getSelectionSet());
                        case FragmentSpread spread -> fragment(spread.getName());
                        default -> NOTHING;
                    });
        }
        return sum;
    }

    private Size field(Field field) {
        Size below = measure(field.getSelectionSet());
        return new Size(below.depth + 1, below.aliases + (field.getAlias() == null ? 0 : 1), below.fields + 1);
    }

    /** A fragment that spreads itself counts once here; validation refuses it afterwards. */
    private Size fragment(String name) {
        Size known = measured.get(name);
        if (known != null) {
            return known;
        }
        FragmentDefinition definition = fragments.get(name);
        if (definition == null) {
            return NOTHING;
        }
        measured.put(name, NOTHING);
        Size size = measure(definition.getSelectionSet());
        measured.put(name, size);
        return size;
    }
}
