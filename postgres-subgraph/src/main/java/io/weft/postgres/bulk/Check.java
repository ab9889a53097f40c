package io.weft.postgres.bulk;

import io.weft.postgres.ddl.ParentRow;
import io.weft.postgres.problem.ProblemCode;
import java.util.List;

/**
 * A query that finds lines that cannot be written.
 *
 * @param code what is wrong with them
 * @param sql  gives rows of {@code line bigint, reason text}
 */
public record Check(ProblemCode code, String sql) {

    private static final Check ONCE = new Check(ProblemCode.BAD_USER_INPUT, """
                SELECT s.line, 'record ' || s.record || ' was on line ' || s.first || ' already' AS reason
                FROM (SELECT line, record, min(line) OVER (PARTITION BY record) AS first FROM staged) s
                WHERE s.line > s.first""");

    /**
     * For plans whose staged column {@code record} holds the srn of a parent row: it must be there, the caller must be allowed
     * to write to it, and it stands on one line only.
     */
    public static List<Check> of(ParentRow parent) {
        String table = parent.table().sql();
        return List.of(
                new Check(ProblemCode.NOT_FOUND, """
                        SELECT s.line, 'record ' || s.record || ' does not exist, or you may not see it' AS reason
                        FROM staged s LEFT JOIN %s r ON r.srn = s.record WHERE r.srn IS NULL""".formatted(table)),
                new Check(ProblemCode.FORBIDDEN, """
                        SELECT s.line, 'record ' || s.record || ' belongs to somebody else, you may not write to it' AS reason
                        FROM staged s JOIN %s r ON r.srn = s.record
                        WHERE NOT ((SELECT weft.role_rank()) >= 20
                            OR (SELECT weft.role_rank()) >= 10 AND r.owner = (SELECT weft.user_id()))""".formatted(table)),
                ONCE);
    }
}
