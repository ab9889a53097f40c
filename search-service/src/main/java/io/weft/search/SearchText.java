package io.weft.search;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Full text: ranked by the index as numbers only, then joined with what the row rules show. */
@Component
final class SearchText {

    private static final String QUERY = "websearch_to_tsquery($1::text::regconfig, $2)";
    private static final String HITS =
            "SELECT hit.score, doc.record_srn AS srn, doc.record_number AS number, %s AS snippet"
                    + " FROM search.ranked(" + QUERY + ", $3::real, $4::bigint, $5::integer)"
                    + " WITH ORDINALITY AS hit(record_number, score, place)"
                    + " JOIN search.documents doc ON doc.record_number = hit.record_number ORDER BY hit.place";
    private static final String SNIPPET = "ts_headline($1::text::regconfig,"
            + " concat_ws(' … ', nullif(text_a, ''), nullif(text_b, ''), nullif(text_c, ''), nullif(text_d, '')), "
            + QUERY
            + ", 'StartSel=«, StopSel=», MaxFragments=2, MaxWords=25, MinWords=8, FragmentDelimiter=\" … \"')";
    private static final String TOTAL = "SELECT search.matching(" + QUERY + ")";

    private final PrincipalSession session;
    private final SearchSettings settings;

    SearchText(PrincipalSession session, SearchSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** What costs extra and is made only if it is asked for. */
    enum Extra {
        SNIPPETS,
        TOTAL
    }

    record Edge(String cursor, double score, String snippet, Record node) {}

    record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    record Hits(long totalCount, List<Edge> edges, PageInfo pageInfo) {
        public List<Record> nodes() {
            return edges.stream().map(Edge::node).toList();
        }
    }

    private record After(@Nullable Float score, @Nullable Long number) {}

    Mono<Hits> search(
            Principal principal, String text, String language, int first, @Nullable String cursor, Set<Extra> extras) {
        if (first < 0 || first > settings.page()) {
            throw Refusal.input("first must be 0 to " + settings.page() + ", not " + first);
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.input("text cannot have the character U+0000");
        }
        After after = cursor == null ? new After(null, null) : after(cursor);
        String hits = HITS.formatted(extras.contains(Extra.SNIPPETS) ? SNIPPET : "''");
        return session.read(
                principal,
                transaction -> IndexRecords.languages(transaction)
                        .map(languages -> IndexPlan.language(languages, language))
                        .flatMap(_ -> total(transaction, text, language, extras))
                        .flatMap(total -> transaction
                                .query(
                                        Sql.of(hits, language, text, after.score(), after.number(), first + 1),
                                        SearchText::edge)
                                .collectList()
                                .map(edges -> page(edges, first, total, cursor != null))));
    }

    private static Mono<Long> total(Transaction transaction, String text, String language, Set<Extra> extras) {
        return extras.contains(Extra.TOTAL)
                ? transaction
                        .query(Sql.of(TOTAL, language, text), row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .single()
                : Mono.just(0L);
    }

    private static Hits page(List<Edge> found, int first, long total, boolean later) {
        List<Edge> edges = found.size() > first ? found.subList(0, first) : found;
        return new Hits(
                total,
                edges,
                new PageInfo(
                        found.size() > first,
                        later,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }

    private static Edge edge(Readable row) {
        float score = Objects.requireNonNull(row.get("score", Float.class));
        Record record = RecordEntities.record(row);
        return new Edge(
                cursor(score, record.number()),
                score,
                Objects.requireNonNull(row.get("snippet", String.class)),
                record);
    }

    private static String cursor(float score, long number) {
        byte[] text = (Float.floatToIntBits(score) + ":" + number).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static After after(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(":", 2);
            float score = Float.intBitsToFloat(Integer.parseInt(parts[0]));
            if (parts.length == 2 && Float.isFinite(score)) {
                return new After(score, Long.valueOf(parts[1]));
            }
        } catch (IllegalArgumentException _) {
            // Said below, with what to do.
        }
        throw Refusal.input(
                "after: \"" + cursor + "\" is no cursor of searchRecords: take one from pageInfo or an edge");
    }
}
