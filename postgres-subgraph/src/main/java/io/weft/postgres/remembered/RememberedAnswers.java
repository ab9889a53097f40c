package io.weft.postgres.remembered;

import com.github.benmanes.caffeine.cache.Cache;
import io.weft.contracts.DataVersion;
import io.weft.contracts.Principal;
import io.weft.contracts.VersionWish;
import io.weft.contracts.VersionedAnswer;
import io.weft.http.server.Caches;
import io.weft.postgres.session.DatabaseState;
import io.weft.postgres.session.VersionAlong;
import java.time.Duration;
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
    private final Duration forAtMost;
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

        /**
         * @param version of the data before it was found
         * @param since   when that was read, as {@link System#nanoTime}
         */
        record Told(Answer answer, DataVersion version, long since) implements Memory {
            @Override
            public int size() {
                return answer.body().length;
            }
        }
    }

    public RememberedAnswers(DatabaseState database, RememberSettings settings) {
        this.database = database;
        this.forAtMost = settings.forAtMost();
        boolean off = forAtMost.isZero();
        this.largest = off ? -1 : settings.size().toBytes() / LARGEST;
        this.memories = Caches.builder()
                .maximumWeight(off ? 0 : settings.size().toBytes())
                .weigher((Question question, Memory memory) -> OWN_SIZE + question.body().length + memory.size())
                .expireAfterWrite(settings.forAtMost())
                .build();
    }

    /**
     * The answer to a question.
     *
     * @param wish what is to be told of the data
     * @param find finds it, by what is in the database and nothing else that changes within seconds; empty where somebody else is to
     */
    public Mono<Given> answer(Question question, VersionWish wish, Mono<Answer> find) {
        if (isOff()) {
            return find.map(answer -> new Given.Found(answer, Optional.empty()));
        }
        return switch (wish) {
            case VersionWish.Nothing _, VersionWish.IfKnown _ -> known(question, false, find);
            case VersionWish.Always _ -> known(question, true, find);
            case VersionWish.Unless(DataVersion before) ->
                now().flatMap(now -> {
                    boolean same = now.version().filter(before::equals).isPresent();
                    luck.was(same);
                    return same ? Mono.just(new Given.Unchanged(before)) : again(question, now, find);
                });
        };
    }

    private boolean isOff() {
        return largest < 0;
    }

    /** @param told whether the version is to be told in any case */
    private Mono<Given> known(Question question, boolean told, Mono<Answer> find) {
        if (question.body().length > largest) {
            return beside(told, find);
        }
        return Mono.defer(() -> switch (memories.getIfPresent(question)) {
            case null -> {
                memories.put(question, new Memory.Asked());
                yield beside(told, find)
                        .switchIfEmpty(Mono.fromRunnable(() -> memories.put(question, new Memory.Nothing())));
            }
            case Memory.Nothing _ -> beside(told, find);
            case Memory.Asked _, Memory.Told _ ->
                luck.isOut() ? beside(told, find) : now().flatMap(now -> again(question, now, find));
        });
    }

    /** Nothing is remembered: of a question that is not asked again that would be in vain. */
    private Mono<Given> beside(boolean told, Mono<Answer> find) {
        if (!told) {
            return find.map(answer -> new Given.Found(answer, Optional.empty()));
        }
        return Mono.defer(() -> {
            VersionAlong along = new VersionAlong();
            return find.contextWrite(along::with).flatMap(answer -> {
                Mono<Optional<DataVersion>> version = database.of(along)
                        .map(read -> Mono.just(Optional.of(read)))
                        .orElseGet(() -> now().map(Reading::version));
                return version.map(of ->
                        new Given.Found(answer, of.map(read -> new VersionedAnswer(read, Duration.ZERO))));
            });
        });
    }

    /** @param now read since the question came */
    private Mono<Given> again(Question question, Reading now, Mono<Answer> find) {
        if (now.version().isEmpty()) {
            luck.was(false);
            return find.map(answer -> new Given.Found(answer, Optional.empty()));
        }
        DataVersion version = now.version().get();
        if (memories.getIfPresent(question) instanceof Memory.Told(Answer answer, DataVersion before, long since)) {
            boolean same = before.equals(version);
            luck.was(same);
            if (same) {
                return Mono.just(new Given.Found(answer, Optional.of(new VersionedAnswer(version, left(since)))));
            }
        }
        return find.map(answer -> {
            boolean kept = Math.max(question.body().length, answer.body().length) <= largest;
            memories.put(question, kept ? new Memory.Told(answer, version, now.since()) : new Memory.Nothing());
            return new Given.Found(answer, Optional.of(new VersionedAnswer(version, left(now.since()))));
        });
    }

    /** How much longer an answer may be given that was found then. */
    private Duration left(long since) {
        Duration left = forAtMost.minusNanos(System.nanoTime() - since);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** @param since when it began, as {@link System#nanoTime} */
    private record Reading(Optional<DataVersion> version, long since) {}

    /** Who finds the answer will tell what is wrong with the database, if it still is. */
    private Mono<Reading> now() {
        return Mono.defer(() -> {
            long since = System.nanoTime();
            return database.now().onErrorReturn(Optional.empty()).map(version -> new Reading(version, since));
        });
    }
}
