package io.weft.records;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Publishes some records in one transaction: all or none. */
@Component
final class PublishRecords {

    private static final String STAGED = "jsonb_array_elements($1::jsonb) WITH ORDINALITY AS staged(body, line)";
    private static final String INSERT = Publishing.INSERT.formatted(STAGED) + " RETURNING number";
    private static final String JUDGEMENT = Publishing.JUDGEMENT.formatted(STAGED) + " ORDER BY line";

    private final PrincipalSession session;
    private final RecordsSettings settings;

    PublishRecords(PrincipalSession session, RecordsSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** One answer per input, in their order. @param name the argument's, for messages */
    Mono<List<Published>> publish(Principal principal, List<? extends Map<String, ?>> inputs, String name) {
        String publisher = Publishing.publisher(principal);
        if (inputs.size() > settings.recordsAtOnce()) {
            throw Refusal.input(name + " has " + inputs.size() + " records, one mutation takes "
                    + settings.recordsAtOnce() + ": send them to POST /bulk/records");
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map<String, ?> input : inputs) {
            String place = inputs.size() == 1 ? "" : name + "[" + rows.size() + "]: ";
            RecordDraft draft = RecordDraft.read(settings, input, place);
            Publishing.mayPublishFor(principal, draft.owner(), place);
            rows.add(draft.row(publisher));
        }
        String json = JsonMapper.shared().writeValueAsString(rows);
        return session.write(principal, transaction -> publish(transaction, json, rows.size() == 1 ? "" : name));
    }

    private static Mono<List<Published>> publish(Transaction transaction, String json, String name) {
        return transaction
                .query(Sql.of(INSERT, json), row -> number(row, "number"))
                .collectList()
                .flatMap(created -> {
                    Set<Long> fresh = new HashSet<>(created);
                    return transaction
                            .query(Sql.of(JUDGEMENT, json), row -> judged(row, fresh, name))
                            .collectList();
                });
    }

    private static Published judged(Readable row, Set<Long> fresh, String name) {
        String obstacle = row.get("obstacle", String.class);
        if (obstacle != null) {
            String place = name.isEmpty() ? "" : name + "[" + (number(row, "line") - 1) + "]: ";
            throw Publishing.problem(
                            obstacle,
                            Objects.requireNonNull(row.get("srn", String.class)),
                            Objects.requireNonNull(row.get("source", String.class)),
                            row.get("other", String.class),
                            place)
                    .refusal();
        }
        long number = number(row, "number");
        // The second line with the same source is not what created it.
        return new Published(number, fresh.remove(number));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
