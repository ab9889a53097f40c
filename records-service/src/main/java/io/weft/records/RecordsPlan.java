package io.weft.records;

import io.weft.contracts.Principal;
import io.weft.postgres.bulk.BulkPlan;
import io.weft.postgres.bulk.Check;
import io.weft.postgres.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How lines become records. A line whose record is there already, with the same content, writes nothing. */
final class RecordsPlan implements BulkPlan {

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};
    private static final String DIFFERS =
            "'the source \"' || source || '\" is published already as ' || other || ' with another ' || obstacle"
                    + " || ': a published record never changes, publish a new version of it with publishVersion'";

    private final RecordsSettings settings;
    private final Principal principal;
    private final String publisher;

    RecordsPlan(RecordsSettings settings, Principal principal, String publisher) {
        this.settings = settings;
        this.principal = principal;
        this.publisher = publisher;
    }

    @Override
    public List<String> columns() {
        return List.of("owner text", "source text", "body jsonb");
    }

    @Override
    public List<List<@Nullable String>> rows(JsonNode line) {
        RecordDraft draft = RecordDraft.read(settings, JsonMapper.shared().convertValue(line, FIELDS), "");
        Publishing.mayPublishFor(principal, draft.owner(), "");
        String body = JsonMapper.shared().writeValueAsString(draft.row(publisher));
        return List.of(List.of(draft.owner().orElse(publisher), draft.source(), body));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                new Check(
                        ProblemCode.CONFLICT,
                        "SELECT line, " + DIFFERS + " AS reason FROM (" + Publishing.JUDGEMENT.formatted("staged")
                                + ") judged WHERE number IS NOT NULL AND obstacle IS NOT NULL"),
                new Check(
                        ProblemCode.CONFLICT,
                        "SELECT later.line, 'the source \"' || later.source || '\" stands in line ' || earlier.line"
                                + " || ' already, with other content' AS reason FROM staged earlier JOIN staged later"
                                + " ON later.owner = earlier.owner AND later.source = earlier.source AND later.line > earlier.line"
                                + " WHERE later.body - 'srn' - 'local_id' <> earlier.body - 'srn' - 'local_id'"
                                + " OR (later.body->>'proposed')::boolean AND later.body->>'srn' <> earlier.body->>'srn'"));
    }

    @Override
    public List<String> writes() {
        String fresh =
                "(SELECT DISTINCT ON (owner, source) line, body FROM staged WHERE line BETWEEN $1 AND $2 AND NOT EXISTS"
                        + " (SELECT FROM records.records there WHERE there.owner = staged.owner AND there.source = staged.source)"
                        + " ORDER BY owner, source, line) fresh";
        return List.of(Publishing.ROWS.formatted(fresh));
    }
}
