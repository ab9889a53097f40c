package io.weft.gateway.planning.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fetches that depend on one another: a directed graph without circles, listed so that a fetch stands behind all it
 * waits for. A fetch may start as soon as the fetches it waits for have been merged; nothing else orders them.
 *
 * <p>All answers are merged into one data tree. Its root is the operation's root object. An object of the tree holds
 * its fields under <em>data keys</em>: the client's response key wherever no two fetches disagree about it, otherwise
 * an alias of the planner's ({@code _0_name}). {@code __typename} is always held under {@code __typename}.
 *
 * @param fetches what is asked of subgraphs
 * @param answer  the client's answer, from the root object on, in the order the client asked
 */
public record Plan(List<Fetch> fetches, List<AnswerField> answer) {

    public Plan {
        fetches = List.copyOf(fetches);
        answer = List.copyOf(answer);
        Set<FetchId> seen = new HashSet<>();
        for (Fetch fetch : fetches) {
            if (!seen.containsAll(fetch.after())) {
                throw new IllegalArgumentException(
                        "fetch " + fetch.id() + " stands before one it waits for: " + fetch.after());
            }
            if (!seen.add(fetch.id())) {
                throw new IllegalArgumentException("two fetches are called " + fetch.id());
            }
        }
    }

    public boolean isEmpty() {
        return fetches.isEmpty();
    }
}
