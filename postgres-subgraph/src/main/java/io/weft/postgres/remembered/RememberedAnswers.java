package io.weft.postgres.remembered;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.weft.contracts.Principal;
import io.weft.postgres.session.DatabaseState;
import java.util.Arrays;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Answers to questions that were asked before. One is given again if a reader would see the same transactions now as just before it was found: whatever was read for it
 * was read in between, and would be read so again. What is asked a second time is remembered. Safe for use by many threads.
 */
public final class RememberedAnswers {

    /** What is larger than this part of all is not remembered: it would displace too many others. */
    private static final int LARGEST = 8;

    private static final int OWN_SIZE = 200;

    private final DatabaseState database;
    private final Luck luck = new Luck();
    private final long largest;
    private final Cache<Question, Memory> memories;

    /**
     * What was asked.
     *
     * @param build  of the schema that answers it; the same object, not an equal one
     * @param caller whose rows are in question
     * @param body   of the request; is not changed any more
     */
    public record Question(Object build, Principal caller, byte[] body) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Question(Object otherBuild, Principal otherCaller, byte[] otherBody)
                    && build == otherBuild
                    && caller.equals(otherCaller)
                    && Arrays.equals(body, otherBody);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * System.identityHashCode(build) + caller.hashCode()) + Arrays.hashCode(body);
        }
    }

    /** What is known of a question. */
    private sealed interface Memory {

        int size();

        /** It was asked. */
        record Asked() implements Memory {
            @Override
            public int size() {
                return 0;
            }
        }

        /** There is nothing to remember: somebody else answers it, or the answer is too large. */
        record Nothing() implements Memory {
            @Override
            public int size() {
                return 0;
            }
        }

        /** @param state of the database before it was found */
        record Told(Answer answer, String state) implements Memory {
            @Override
            public int size() {
                return answer.body().length;
            }
        }
    }

    public RememberedAnswers(DatabaseState database, RememberSettings settings) {
        this.database = database;
        boolean off = settings.forAtMost().isZero();
        this.largest = off ? -1 : settings.size().toBytes() / LARGEST;
        this.memories = Caffeine.newBuilder()
                .maximumWeight(off ? 0 : settings.size().toBytes())
                .weigher((Question question, Memory memory) -> OWN_SIZE + question.body().length + memory.size())
                .expireAfterWrite(settings.forAtMost())
                .build();
    }

    /**
     * The answer to a question.
     *
     * @param find finds it, by what is in the database and nothing else that changes within seconds; empty where somebody else is to
     */
    public Mono<Answer> answer(Question question, Mono<Answer> find) {
        if (question.body().length > largest) {
            return find;
        }
        return Mono.defer(() -> switch (memories.getIfPresent(question)) {
            case null -> {
                memories.put(question, new Memory.Asked());
                yield find.switchIfEmpty(Mono.fromRunnable(() -> memories.put(question, new Memory.Nothing())));
            }
            case Memory.Nothing _ -> find;
            case Memory memory -> luck.isOut() ? find : again(question, memory, find);
        });
    }

    private Mono<Answer> again(Question question, Memory memory, Mono<Answer> find) {
        return state().flatMap(state -> {
            if (state.isEmpty()) {
                luck.was(false);
                return find;
            }
            if (memory instanceof Memory.Told(Answer answer, String before)) {
                boolean same = before.equals(state.get());
                luck.was(same);
                if (same) {
                    return Mono.just(answer);
                }
            }
            return find.doOnNext(answer -> memories.put(
                    question,
                    answer.body().length <= largest ? new Memory.Told(answer, state.get()) : new Memory.Nothing()));
        });
    }

    /** Who finds the answer will tell what is wrong with the database, if it still is. */
    private Mono<Optional<String>> state() {
        return database.now().onErrorReturn(Optional.empty());
    }
}
