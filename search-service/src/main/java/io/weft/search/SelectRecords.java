package io.weft.search;

import io.weft.contracts.Principal;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.OwnSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.KnownMatches;
import io.weft.postgres.sql.SelectorQuery.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The selection contract over full text and vectors. */
@Component
final class SelectRecords implements OwnSelector {

    private final PrincipalSession session;
    private final SearchSettings settings;
    private final EmbedTexts texts;
    private final KnownNames names;
    private final KnownRecall recall;
    private final KnownMatches matches;
    private final NearestInParts inParts;

    SelectRecords(
            PrincipalSession session,
            SearchSettings settings,
            EmbedTexts texts,
            KnownNames names,
            KnownRecall recall,
            KnownMatches matches) {
        this.matches = matches;
        this.inParts = new NearestInParts(new AnswerSelector(session), settings);
        this.recall = recall;
        this.names = names;
        this.texts = texts;
        this.session = session;
        this.settings = settings;
    }

    @Override
    public String fieldName() {
        return "searchRecordSelection";
    }

    @Override
    public Mono<Selection> select(
            Principal principal, Map<String, @Nullable Object> arguments, Set<Wanted> wanted, String place) {
        List<SimilarTo> targets = SelectionQuestion.wanted(arguments.get("orderBy"), place);
        return texts.embed(targets)
                .flatMap(embedded -> session.read(
                        principal,
                        options(arguments, place),
                        transaction -> question(transaction, arguments, targets, embedded)
                                .map(question -> new SelectionRequest(matches, question, arguments, wanted, place))
                                .flatMap(request -> answer(principal, transaction, request))))
                .flatMap(Function.identity());
    }

    private static Map<String, String> options(Map<String, @Nullable Object> arguments, String place) {
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
            Map<String, @Nullable Object> arguments,
            List<SimilarTo> targets,
            Map<SimilarTo, List<Float>> embedded) {
        return names.of(transaction, targets, arguments.values())
                .flatMap(known -> Flux.fromIterable(targets)
                        .concatMap(to -> to.target(transaction, known.vectors(), embedded)
                                .map(text -> Map.entry(to, text)))
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                        .map(found -> new SelectionQuestion(known.vectors(), known.languages(), found, settings)));
    }

    /** Some requests go on when the transaction has ended and its connection is free. */
    private Mono<Mono<Selection>> answer(Principal principal, Transaction transaction, SelectionRequest request) {
        return request.kind() == SelectionRequest.Kind.NEARNESS && inParts.suits(request)
                ? Mono.just(inParts.answer(principal, request))
                : answer(transaction, request).map(Mono::just);
    }

    private Mono<Selection> answer(Transaction transaction, SelectionRequest request) {
        return switch (request.kind()) {
            case NEARNESS -> new NearestPage(settings, recall).answer(transaction, request);
            case BOTH -> new FusedPage(settings, recall).answer(transaction, request);
            case OTHER -> other(transaction, request);
        };
    }

    private static Mono<Selection> other(Transaction transaction, SelectionRequest request) {
        Object after = request.arguments().get("after");
        return AnswerSelector.answer(
                transaction,
                request.query(KeySet.EMPTY, after == null ? null : after.toString(), SelectionQuestion.Way.EXACT));
    }
}
