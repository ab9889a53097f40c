package io.weft.gateway.composition.transform;

import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.subgraph.RemoveUnreachable;
import io.weft.gateway.supergraph.Translation;
import io.weft.gateway.transform.Transform;
import io.weft.gateway.transform.Transform.Rename;
import io.weft.gateway.transform.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies a subgraph's transforms to its schema, one after another, and keeps what the service itself calls everything.
 * A transform that cannot be applied is the last one: those behind it are written in names it would have left.
 */
public final class TransformSubgraph {

    private final ParsedSubgraph subgraph;
    private final Problems problems;

    public TransformSubgraph(ParsedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    /** The same subgraph where there are no transforms. */
    public ParsedSubgraph transform() {
        List<Transform> transforms = subgraph.source().transforms();
        return transforms.isEmpty() ? subgraph : transformed(new TransformDraft(subgraph, problems), transforms);
    }

    private ParsedSubgraph transformed(TransformDraft draft, List<Transform> transforms) {
        for (Transform transform : transforms) {
            apply(transform, draft);
            draft.terms().retain(draft.types());
            if (draft.hasFailed()) {
                return subgraph;
            }
        }
        Written at = transforms.getLast().at();
        new RewriteFieldSets(draft, subgraph, at).rewrite();
        ParsedSubgraph pruned = withoutOrphans(draft);
        Translation translation = draft.terms().translation(pruned.types());
        return pruned.withTranslation(translation);
    }

    private static void apply(Transform transform, TransformDraft draft) {
        switch (transform) {
            case Transform.RenameElements(var at, var kind, List<Rename> renames) -> {
                switch (kind) {
                    case TYPE -> new RenameTypes(draft).rename(renames);
                    case FIELD -> new RenameFields(draft).rename(renames);
                    case ROOT_FIELD -> new RenameFields(draft).renameOfRoots(renames);
                    case ARGUMENT -> new RenameArguments(draft).rename(renames);
                    case INPUT_FIELD -> new RenameInputs(draft).renameFields(renames);
                    case ENUM_VALUE -> new RenameInputs(draft).renameValues(renames);
                }
            }
            case Transform.AffixTypes affix -> new RenameTypes(draft).affix(affix);
            case Transform.AffixFields affix -> new RenameFields(draft).affix(affix);
            case Transform.Filter filter -> new FilterElements(draft).filter(filter);
            case Transform.RemoveMarked marked -> new FilterElements(draft).removeMarked(marked);
            case Transform.RemoveDirectives(Written at, List<Written> directives) ->
                new RemoveDirectives(draft).remove(directives);
            case Transform.FixArguments(Written at, var arguments) -> new GiveArguments(draft).fix(arguments);
            case Transform.DefaultArguments(Written at, var arguments) -> new GiveArguments(draft).defaults(arguments);
            case Transform.HoistField hoist -> new HoistField(draft, hoist).hoist();
            case Transform.WrapFields wrap -> new WrapFields(draft).wrap(wrap);
            case Transform.Namespace namespace -> new WrapFields(draft).namespace(namespace);
        }
    }

    /** Without the types that something led to before, and nothing leads to any more. */
    private ParsedSubgraph withoutOrphans(TransformDraft draft) {
        Set<String> orphansBefore = new HashSet<>(subgraph.types().keySet());
        orphansBefore.removeAll(reachable(subgraph).types().keySet());
        Map<String, SchemaType> types = new LinkedHashMap<>(draft.types());
        ParsedSubgraph transformed = subgraph.withTypes(types);
        Set<String> wereOrphans = new HashSet<>();
        for (String orphan : new ArrayList<>(orphansBefore)) {
            String name = draft.terms().currentType(orphan, types);
            if (name != null) {
                wereOrphans.add(name);
            }
        }
        return new RemoveUnreachable(transformed, name -> wereOrphans.contains(name) || hasKey(transformed, name))
                .remove();
    }

    private static ParsedSubgraph reachable(ParsedSubgraph subgraph) {
        return new RemoveUnreachable(subgraph, name -> hasKey(subgraph, name)).remove();
    }

    private static boolean hasKey(ParsedSubgraph subgraph, String name) {
        return subgraph.types().get(name) instanceof SchemaType type && type.has(FederationDirective.KEY);
    }
}
