package io.weft.search;

import io.weft.contracts.Principal;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.SelectorQuery.Entry;
import io.weft.postgres.sql.SelectorQuery.Wanted;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The selection contract over full text and vectors. */
@Component
final class SelectRecords {

    private final PrincipalSession session;
    private final SearchSettings settings;
    private final EmbedTexts texts;
    private final KnownNames names;
    private final KnownRecall recall;

    SelectRecords(
            PrincipalSession session, SearchSettings settings, EmbedTexts texts, KnownNames names, KnownRecall recall) {
        this.recall = recall;
        this.names = names;
        this.texts = texts;
        this.session = session;
        this.settings = settings;
    }

    /** The GraphQL type SearchRecordSelection. */
    record Answer(
            KeySet keys,
            boolean complete,
            int count,
            double estimate,
            List<Entry> entries,
            @Nullable String endCursor,
            @Nullable Double recall) {

        Answer(Selection selection, List<Entry> entries, @Nullable String endCursor, @Nullable Double recall) {
            this(
                    selection.keys(),
                    selection.complete(),
                    selection.count(),
                    selection.estimate(),
                    entries,
                    endCursor,
                    recall);
        }

        static Answer of(Selection selection, List<Entry> entries, @Nullable Double recall) {
            return new Answer(
                    selection,
                    entries,
                    entries.isEmpty() ? null : entries.getLast().cursor(),
                    recall);
        }
    }

    /** @param selected the paths of what is asked of the selection, such as {@code entries/key} */
    Mono<Answer> select(Principal principal, Map<String, Object> arguments, Predicate<String> selected, String place) {
        Set<Wanted> wanted = EnumSet.noneOf(Wanted.class);
        for (Wanted each : Wanted.values()) {
            if (selected.test(each.name().toLowerCase(Locale.ROOT))) {
                wanted.add(each);
            }
        }
        if (selected.test("endCursor")) {
            wanted.add(Wanted.ENTRIES);
        }
        boolean cursors = selected.test("entries/cursor");
        List<SimilarTo> targets = SelectionQuestion.wanted(arguments.get("orderBy"), place);
        return texts.embed(targets)
                .flatMap(embedded -> session.read(
                        principal,
                        options(arguments, place),
                        transaction -> question(transaction, arguments, targets, embedded)
                                .map(question -> new SelectionRequest(question, arguments, wanted, cursors, place))
                                .flatMap(request -> answer(transaction, request))));
    }

    private static Map<String, String> options(Map<String, Object> arguments, String place) {
        Map<String, String> options = new HashMap<>(AnswerSelector.SETTINGS);
        options.putAll(
                switch (SelectionQuestion.kind(arguments.get("orderBy"), place)) {
                    case NEARNESS -> NearestPage.options(arguments);
                    case BOTH -> FusedPage.OPTIONS;
                    case OTHER -> Map.of();
                });
        return options;
    }

    private Mono<SelectionQuestion> question(
            Transaction transaction,
            Map<String, Object> arguments,
            List<SimilarTo> targets,
            Map<SimilarTo, List<Float>> embedded) {
        return names.of(transaction, targets, arguments.values())
                .flatMap(known -> Flux.fromIterable(targets)
                        .concatMap(to -> to.target(transaction, known.vectors(), embedded)
                                .map(text -> Map.entry(to, text)))
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                        .map(found -> new SelectionQuestion(known.vectors(), known.languages(), found, settings)));
    }

    private Mono<Answer> answer(Transaction transaction, SelectionRequest request) {
        return switch (request.kind()) {
            case NEARNESS -> new NearestPage(settings, recall).answer(transaction, request);
            case BOTH -> new FusedPage(settings, recall).answer(transaction, request);
            case OTHER -> other(transaction, request);
        };
    }

    private static Mono<Answer> other(Transaction transaction, SelectionRequest request) {
        Object after = request.arguments().get("after");
        return AnswerSelector.answer(
                        transaction,
                        request.query(
                                KeySet.EMPTY, after == null ? null : after.toString(), SelectionQuestion.Way.EXACT))
                .map(selection -> Answer.of(selection, selection.entries(), null));
    }
}
