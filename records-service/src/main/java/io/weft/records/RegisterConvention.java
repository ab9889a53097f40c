package io.weft.records;

import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.contracts.Srn;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Registers what a kind of deposit uses. Once registered, a convention stays as it is: records refer to it. */
@Component
final class RegisterConvention {

    private static final String HOOK = "[a-z][a-z0-9_]{0,39}";
    private static final String GIVEN = """
            jsonb_to_record($1::jsonb) AS given (srn text, title text, description text, schema_id text, schema_version text, hooks text[],
              registered_by text)""";
    private static final String INSERT =
            "INSERT INTO records.conventions (srn, title, description, schema_id, schema_version, hooks, registered_by) SELECT given.* FROM "
                    + GIVEN + " ON CONFLICT DO NOTHING";
    private static final String DIFFERS = """
            SELECT CASE
                WHEN there.title <> given.title THEN 'title'
                WHEN there.description IS DISTINCT FROM given.description THEN 'description'
                WHEN (there.schema_id, there.schema_version) <> (given.schema_id, given.schema_version) THEN 'schema'
                WHEN there.hooks <> given.hooks THEN 'hooks'
                ELSE ''
              END AS differs
            FROM records.conventions there JOIN %s ON given.srn = there.srn""".formatted(GIVEN);

    private final PrincipalSession session;

    RegisterConvention(PrincipalSession session) {
        this.session = session;
    }

    /** Its SRN. */
    Mono<String> register(Principal principal, Map<String, Object> input) {
        if (!(principal instanceof Principal.User user && user.role().includes(Role.CURATOR))) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "registering a convention needs the role CURATOR");
        }
        Srn srn = RecordDraft.srn(RecordDraft.required(input, "srn", ""), "srn: ", Srn.Type.CONV);
        String json = JsonMapper.shared().writeValueAsString(row(srn, input, user.id()));
        return session.write(principal, transaction -> register(transaction, srn, json));
    }

    private static Map<String, @Nullable Object> row(Srn srn, Map<String, Object> input, String by) {
        Srn schema = RecordDraft.srn(
                "urn:osa:" + srn.domain() + ":schema:" + RecordDraft.required(input, "schemaId", "") + "@"
                        + RecordDraft.required(input, "schemaVersion", ""),
                "schemaId and schemaVersion: ",
                Srn.Type.SCHEMA);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("srn", srn.toString());
        row.put("title", text(RecordDraft.required(input, "title", ""), "title", 300));
        row.put(
                "description",
                RecordDraft.optional(input, "description", "")
                        .map(text -> text(text, "description", 10_000))
                        .orElse(null));
        row.put("schema_id", schema.id());
        row.put("schema_version", schema.version().orElseThrow());
        row.put("hooks", hooks(input.get("hooks")));
        row.put("registered_by", by);
        return row;
    }

    private static String text(String text, String field, int longest) {
        if (text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw Refusal.input(field + " must have 1 to " + longest + " characters");
        }
        return text;
    }

    private static List<String> hooks(@Nullable Object hooks) {
        List<String> names = hooks instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).matches(HOOK)) {
                throw Refusal.input("hooks[" + i + "]: \"" + names.get(i) + "\" is no name of a hook, such as"
                        + " cell_classifier");
            }
        }
        return names;
    }

    private static Mono<String> register(Transaction transaction, Srn srn, String json) {
        return transaction
                .update(Sql.of(INSERT, json))
                .then(transaction
                        .query(Sql.of(DIFFERS, json), row -> Objects.requireNonNull(row.get("differs", String.class)))
                        .single())
                .map(differs -> {
                    if (!differs.isEmpty()) {
                        throw Refusal.of(
                                ProblemCode.CONFLICT,
                                srn + " is registered already with another " + differs
                                        + ": a convention never changes, register another version of it");
                    }
                    return srn.toString();
                });
    }
}
