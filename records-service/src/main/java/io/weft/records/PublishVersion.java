package io.weft.records;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.contracts.Srn;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Publishes the version after a record's latest one. Those who do it at the same time wait for each other. */
@Component
final class PublishVersion {

    private static final String BEFORE = """
            SELECT record.*, latest.version AS latest_version FROM records.records record, LATERAL (
              SELECT max(version) AS version FROM records.records other
              WHERE other.domain = record.domain AND other.local_id = record.local_id) latest
            WHERE srn = $1""";
    private static final String SAME_SOURCE =
            "SELECT *, version AS latest_version FROM records.records WHERE owner = $1 AND source = $2";
    private static final String INSERT = """
            INSERT INTO records.records (srn, domain, local_id, version, convention_srn, schema_id, schema_version, source, owner,
              readable_from)
            SELECT $1, domain, local_id, $2::integer, $3, $4, $5, $6, owner, coalesce($7::timestamptz, readable_from)
            FROM records.records WHERE srn = $8
            RETURNING number""";

    private final PrincipalSession session;

    PublishVersion(PrincipalSession session) {
        this.session = session;
    }

    private record Version(
            Srn srn,
            long number,
            int version,
            int latest,
            String convention,
            String schemaId,
            String schemaVersion,
            String owner) {}

    private record Change(
            Srn of,
            String source,
            Optional<Srn> convention,
            Optional<String> schemaId,
            Optional<String> schemaVersion,
            Optional<Access> access) {}

    Mono<Published> publish(Principal principal, Map<String, ?> input) {
        Publishing.publisher(principal);
        Change change = new Change(
                RecordDraft.srn(RecordDraft.required(input, "of", ""), "of: ", Srn.Type.REC),
                RecordDraft.source(RecordDraft.required(input, "source", ""), ""),
                RecordDraft.optional(input, "conventionSrn", "")
                        .map(text -> RecordDraft.srn(text, "conventionSrn: ", Srn.Type.CONV)),
                RecordDraft.optional(input, "schemaId", ""),
                RecordDraft.optional(input, "schemaVersion", ""),
                Access.read(input, ""));
        return session.write(
                principal,
                transaction -> transaction
                        .query(
                                Sql.of(
                                        "SELECT pg_advisory_xact_lock(hashtextextended($1, 7))",
                                        change.of().withoutVersion()),
                                _ -> true)
                        .then(transaction
                                .query(Sql.of(BEFORE, change.of().toString()), PublishVersion::version)
                                .next())
                        .switchIfEmpty(Mono.error(() -> notFound(change.of())))
                        .flatMap(before -> publish(transaction, principal, before, change)));
    }

    private static Mono<Published> publish(
            Transaction transaction, Principal principal, Version before, Change change) {
        Publishing.mayPublishFor(principal, Optional.of(before.owner()), "");
        Version wanted = new Version(
                new Srn(
                        before.srn().domain(),
                        Srn.Type.REC,
                        before.srn().id(),
                        Optional.of(Integer.toString(before.version() + 1))),
                0,
                before.version() + 1,
                0,
                change.convention().map(Srn::toString).orElse(before.convention()),
                change.schemaId().orElse(before.schemaId()),
                change.schemaVersion().orElse(before.schemaVersion()),
                before.owner());
        RecordDraft.srn(
                "urn:osa:" + wanted.srn().domain() + ":schema:" + wanted.schemaId() + "@" + wanted.schemaVersion(),
                "schemaId and schemaVersion: ",
                Srn.Type.SCHEMA);
        return transaction
                .query(Sql.of(SAME_SOURCE, before.owner(), change.source()), PublishVersion::version)
                .next()
                .map(there -> same(there, wanted, change.source()))
                .switchIfEmpty(Mono.defer(() -> insert(transaction, before, wanted, change)));
    }

    private static Published same(Version there, Version wanted, String source) {
        if (there.srn().equals(wanted.srn())
                && there.convention().equals(wanted.convention())
                && there.schemaId().equals(wanted.schemaId())
                && there.schemaVersion().equals(wanted.schemaVersion())) {
            return new Published(there.number(), false);
        }
        throw Refusal.of(
                ProblemCode.CONFLICT,
                "the source \"" + source + "\" is published already as " + there.srn()
                        + ": give the new version a source of its own");
    }

    private static Mono<Published> insert(Transaction transaction, Version before, Version wanted, Change change) {
        if (before.version() != before.latest()) {
            throw Refusal.of(
                    ProblemCode.CONFLICT,
                    before.srn() + " is not the latest version, that is @" + before.latest()
                            + ": publish a version of it");
        }
        return transaction
                .query(
                        Sql.of(
                                INSERT,
                                wanted.srn().toString(),
                                wanted.version(),
                                wanted.convention(),
                                wanted.schemaId(),
                                wanted.schemaVersion(),
                                change.source(),
                                change.access().map(Access::readableFrom).orElse(null),
                                before.srn().toString()),
                        row -> new Published(Objects.requireNonNull(row.get("number", Long.class)), true))
                .single();
    }

    static Refusal notFound(Srn srn) {
        return Refusal.of(ProblemCode.NOT_FOUND, "there is no record " + srn + ", or you may not see it");
    }

    private static Version version(Readable row) {
        String srn = text(row, "srn");
        return new Version(
                Srn.parse(srn).valid().orElseThrow(),
                Objects.requireNonNull(row.get("number", Long.class)),
                Objects.requireNonNull(row.get("version", Integer.class)),
                Objects.requireNonNull(row.get("latest_version", Integer.class)),
                text(row, "convention_srn"),
                text(row, "schema_id"),
                text(row, "schema_version"),
                text(row, "owner"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
