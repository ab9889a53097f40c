package io.weft.gateway.planning.plan;

import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What the data tree holds where conditions are so: keys without regard to types. */
final class Known {
    private final Map<String, Known> below = new HashMap<>();
    private final Predicate<Conditions> holding;

    Known(Predicate<Conditions> holding) {
        this.holding = holding;
    }

    boolean has(String key) {
        return below.containsKey(key);
    }

    Known at(String key) {
        return below.computeIfAbsent(key, missing -> new Known(holding));
    }

    Known at(DataPath path) {
        Known at = this;
        for (DataPath.Step step : path.steps()) {
            at = step instanceof DataPath.Step.Key key ? at.at(key.dataKey()) : at;
        }
        return at;
    }

    void add(SelectionSet set) {
        for (Selection selection : set.selections()) {
            if (!holding.test(selection.conditions())) {
                continue;
            }
            switch (selection) {
                case FieldSelection field -> at(field.responseKey()).add(field.selections());
                case InlineFragment fragment -> add(fragment.selections());
            }
        }
    }
}
