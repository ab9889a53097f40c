package io.weft.gateway.selection;

import io.weft.contracts.selection.KeySet;
import io.weft.gateway.selection.SelectorRequest.Want;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether an answer can be one to its question. What cannot must not become a page or a total: rows would be lost, or told twice, and nobody
 * would see.
 */
final class CheckSelectorAnswer {

    private final SelectorRequest request;
    private final SelectorAnswer answer;

    private CheckSelectorAnswer(SelectorRequest request, SelectorAnswer answer) {
        this.request = request;
        this.answer = answer;
    }

    /** Fails with a {@link SelectionFailure}. */
    static void check(SelectorRequest request, SelectorAnswer answer) {
        CheckSelectorAnswer check = new CheckSelectorAnswer(request, answer);
        Set<Want> wants = request.wants();
        if (wants.contains(Want.KEYS)) {
            check.checkWithin(answer.keys());
            check.checkSize(answer.keys().size());
        }
        if (wants.contains(Want.ENTRIES)) {
            check.checkWithin(check.keysOfEntries());
            check.checkSize(answer.entries().size());
            check.checkCursors();
            if (request.order().isEmpty()) {
                check.checkByKey();
            }
        }
    }

    private KeySet keysOfEntries() {
        Set<Integer> seen = new HashSet<>();
        for (SelectorAnswer.Entry entry : answer.entries()) {
            if (!seen.add(entry.key())) {
                throw wrong("that has the entity " + entry.key() + " twice");
            }
        }
        return KeySet.of(seen.stream().mapToInt(Integer::intValue).toArray());
    }

    private void checkWithin(KeySet found) {
        KeySet others = request.within().map(found::without).orElse(KeySet.EMPTY);
        if (!others.isEmpty()) {
            throw wrong("within " + request.within().orElseThrow().size() + " keys with " + others.size()
                    + " that are none of them, such as " + others.least(1).toArray()[0]);
        }
    }

    private void checkSize(int told) {
        if (told > request.first()) {
            throw wrong("with " + told + " keys, though no more than " + request.first() + " were asked for");
        }
        if (!answer.complete() && told < request.first()) {
            throw wrong("with " + told + " keys and says that there are more, though up to " + request.first()
                    + " were asked for");
        }
        if (request.wants().contains(Want.COUNT)) {
            checkCount(told);
        }
    }

    /** Of a page that begins with the first one. */
    private void checkCount(int told) {
        boolean tooFew = answer.count() < told || !answer.complete() && answer.count() == told;
        boolean tooMany = answer.complete() && answer.count() > told && !isApproximate();
        if (request.after().isEmpty() && (tooFew || tooMany)) {
            throw wrong("with a count of " + answer.count() + ", " + told + " keys and complete: " + answer.complete());
        }
    }

    private boolean isApproximate() {
        return request.order()
                .filter(keys -> new Ordering(request.selector(), keys).isApproximate())
                .isPresent();
    }

    /** Each is one entity's, and a page begins behind its cursor. */
    private void checkCursors() {
        Set<String> seen = new HashSet<>();
        request.after().ifPresent(seen::add);
        for (SelectorAnswer.Entry entry : answer.entries()) {
            if (entry.cursor().isPresent() && !seen.add(entry.cursor().get())) {
                throw wrong(
                        entry.cursor().equals(request.after())
                                ? "that has the cursor after which it was to begin: its entity comes before"
                                : "that has one cursor for two entities, " + entry.key() + " being the second");
            }
        }
    }

    private void checkByKey() {
        long last = request.after().map(Long::parseLong).orElse(request.backward() ? Long.MAX_VALUE : -1);
        for (SelectorAnswer.Entry entry : answer.entries()) {
            if (request.backward() ? entry.key() >= last : entry.key() <= last) {
                throw wrong("whose entries are not " + (request.backward() ? "descending" : "ascending")
                        + " by key, though no order was asked for: " + entry.key() + " comes after " + last);
            }
            last = entry.key();
        }
    }

    private SelectionFailure wrong(String how) {
        return ReadSelectorAnswer.invalid(request.selector(), how);
    }
}
