package io.weft.search;

import io.weft.contracts.Principal;
import io.weft.contracts.selection.KeySet;
import io.weft.postgres.selection.AnswerSelector;
import io.weft.postgres.selection.OwnSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Transaction;
import io.weft.postgres.sql.KnownMatches;
import io.weft.postgres.sql.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final KnownMatches matches;
    private final AnswerSelector answers;
    private final NearestPage nearest;
    private final FusedPage fused;

    SelectRecords(
            PrincipalSession session,
            SearchSettings settings,
            EmbedTexts texts,
            KnownNames names,
            KnownRecall recall,
            KnownMatches matches) {
        this.matches = matches;
        this.answers = new AnswerSelector(session);
        this.nearest = new NearestPage(session, answers, settings, recall);
        this.fused = new FusedPage(session, settings, recall);
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
                .flatMap(embedded -> question(principal, arguments, targets, embedded))
                .map(question -> new SelectionRequest(matches, question, arguments, wanted, place))
                .flatMap(request -> switch (request.kind()) {
                    case NEARNESS -> nearest.answer(principal, request);
                    case BOTH -> fused.answer(principal, request);
                    case OTHER -> other(principal, request);
                });
    }

    /** Nothing is read for it where what it names is known and no vector is a record's. */
    private Mono<SelectionQuestion> question(
            Principal principal,
            Map<String, @Nullable Object> arguments,
            List<SimilarTo> targets,
            Map<SimilarTo, List<Float>> embedded) {
        return names.of(targets, arguments.values())
                .filter(_ -> targets.stream().noneMatch(SimilarTo::isOfRecord))
                .map(known -> Mono.fromSupplier(() -> question(
                        known,
                        targets.stream()
                                .distinct()
                                .collect(Collectors.toMap(
                                        Function.identity(), to -> to.target(known.vectors(), embedded))))))
                .orElseGet(() -> session.read(
                        principal,
                        transaction -> names.of(transaction, targets, arguments.values())
                                .flatMap(known -> question(transaction, known, targets, embedded))));
    }

    private Mono<SelectionQuestion> question(
            Transaction transaction,
            KnownNames.Names known,
            List<SimilarTo> targets,
            Map<SimilarTo, List<Float>> embedded) {
        return Flux.fromIterable(targets)
                .concatMap(to -> (to.isOfRecord()
                                ? to.ofRecord(transaction, known.vectors())
                                : Mono.fromSupplier(() -> to.target(known.vectors(), embedded)))
                        .map(text -> Map.entry(to, text)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(found -> question(known, found));
    }

    private SelectionQuestion question(KnownNames.Names known, Map<SimilarTo, String> vectors) {
        return new SelectionQuestion(known.vectors(), known.languages(), vectors, settings);
    }

    private Mono<Selection> other(Principal principal, SelectionRequest request) {
        Object after = request.arguments().get("after");
        return answers.select(
                principal,
                request.query(KeySet.EMPTY, after == null ? null : after.toString(), SelectionQuestion.Way.EXACT));
    }
}
