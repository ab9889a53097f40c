package io.weft.records;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.problem.Problem;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of publishing that both ways in share: the mutations and the lines of a bulk load. */
final class Publishing {

    /** Inserts what a relation (line, body) holds. */
    static final String ROWS = """
            INSERT INTO records.records (srn, domain, local_id, version, convention_srn, schema_id, schema_version, source, owner,
              readable_from)
            SELECT body->>'srn', body->>'domain', body->>'local_id', (body->>'version')::integer, body->>'convention_srn',
              body->>'schema_id', body->>'schema_version', body->>'source', body->>'owner', (body->>'readable_from')::timestamptz
            FROM %s ORDER BY line""";

    /**
     * The same, but rows that collide are left alone, and judged by {@link #JUDGEMENT} in a statement of its own: only that one sees
     * what others committed meanwhile.
     */
    static final String INSERT = ROWS + " ON CONFLICT DO NOTHING";

    /** For each line the record it stands for now, or what stands against it. */
    static final String JUDGEMENT = """
            SELECT line, record.number,
              CASE
                WHEN record.number IS NULL THEN 'ID_TAKEN'
                WHEN (body->>'proposed')::boolean AND record.local_id <> body->>'local_id' THEN 'id'
                WHEN record.version <> (body->>'version')::integer THEN 'version'
                WHEN record.convention_srn <> body->>'convention_srn' THEN 'conventionSrn'
                WHEN record.schema_id <> body->>'schema_id' THEN 'schemaId'
                WHEN record.schema_version <> body->>'schema_version' THEN 'schemaVersion'
              END AS obstacle,
              body->>'srn' AS srn, body->>'source' AS source, record.srn AS other
            FROM %s
            LEFT JOIN records.records record ON record.owner = body->>'owner' AND record.source = body->>'source'""";

    private Publishing() {}

    /** Who publishes: a user who is at least DEPOSITOR. @throws Refusal if the caller is not */
    static String publisher(Principal principal) {
        return switch (principal) {
            case Principal.User user when user.role().includes(Role.DEPOSITOR) -> user.id();
            case Principal.User user ->
                throw Refusal.of(ProblemCode.FORBIDDEN, "publishing needs the role DEPOSITOR, yours is " + user.role());
            case Principal.Anonymous() ->
                throw Refusal.of(ProblemCode.FORBIDDEN, "publishing needs the role DEPOSITOR; you are anonymous");
        };
    }

    /** @throws Refusal if a draft is on behalf of somebody else and the caller is no curator */
    static void mayPublishFor(Principal principal, Optional<String> owner, String place) {
        if (owner.isPresent()
                && !owner.equals(principal.userId())
                && !principal.role().includes(Role.CURATOR)) {
            throw Refusal.of(
                    ProblemCode.FORBIDDEN,
                    place + "only curators may publish on behalf of others, here of \"" + owner.get() + "\"");
        }
    }

    /** What stands against a line, as a problem. */
    static Problem problem(String obstacle, String srn, String source, @Nullable String other, String place) {
        if (obstacle.equals("ID_TAKEN")) {
            return Problem.of(
                    ProblemCode.CONFLICT,
                    place + srn
                            + " is taken by a record with another source or owner: leave the id out, or choose another");
        }
        return Problem.of(
                ProblemCode.CONFLICT,
                place + "the source \"" + source + "\" is published already as " + other + " with another " + obstacle
                        + ": a published record never changes, publish a new version of it with publishVersion");
    }
}
