package io.weft.postgres.session;

import io.r2dbc.postgresql.Pipeline;
import io.weft.contracts.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What is set for one transaction only: who calls, how long a statement may take, and settings of the server. */
record TransactionSettings(SortedMap<String, String> values) {

    static TransactionSettings of(Principal principal, Duration timeout, Map<String, String> others) {
        SortedMap<String, String> values = new TreeMap<>(others);
        values.put("weft.user_id", principal.userId().orElse(""));
        values.put("weft.role_rank", String.valueOf(principal.role().rank()));
        values.put("statement_timeout", String.valueOf(timeout.toMillis()));
        return new TransactionSettings(values);
    }

    /** These, and no writes. PostgreSQL has that as a setting, too, once no BEGIN says it. */
    TransactionSettings readOnly() {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put("transaction_read_only", "on");
        return new TransactionSettings(more);
    }

    /** As a statement without values, to be sent with others as one text. */
    String text() {
        return values.entrySet().stream()
                .map(setting -> set(setting.getKey(), Sql.literal(setting.getValue())))
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    /** As a statement that is the same for all callers. */
    Pipeline.Statement statement() {
        return statement("");
    }

    /** The same, which tells {@link DatabaseState#EXPRESSION}, too, in its last column. */
    Pipeline.Statement statementWithVersion() {
        return statement(", " + DatabaseState.EXPRESSION);
    }

    private Pipeline.Statement statement(String more) {
        AtomicInteger index = new AtomicInteger();
        String text = values.keySet().stream()
                .map(name -> set(name, "$" + index.incrementAndGet()))
                .collect(Collectors.joining(", ", "SELECT ", more));
        return new Pipeline.Statement(text, new ArrayList<>(values.values()));
    }

    private static String set(String name, String value) {
        return "set_config(" + Sql.literal(name) + ", " + value + ", true)";
    }
}
