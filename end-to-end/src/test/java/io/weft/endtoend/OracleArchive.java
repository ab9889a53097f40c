package io.weft.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.endtoend.SelectionOracle.Caller;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;

/** The archive with {@link OracleRecords} in it, a gateway to which they are many, and what SQL says of them. One for all tests of the run. */
record OracleArchive(RunningArchive archive, SelectionOracle oracle, OneMoreGateway gateway, List<Caller> callers)
        implements AutoCloseable {

    /** In which ways one may ask for a selection; the empty one leaves it to the gateway. */
    static final List<String> WAYS = List.of("", "GATHER", "STREAM", "FULL");

    /** So that a few thousand records are many: the ways differ, and some streams are given up. */
    private static final Map<String, String> SMALL_BOUNDS = Map.of(
            "weft.gateway.selection.first-look", "40",
            "weft.gateway.selection.max-within", "400",
            "weft.gateway.selection.max-looked-at", "1500",
            "weft.gateway.selection.timeout", "2m",
            "weft.gateway.resilience.timeout", "2m",
            "weft.gateway.explain-role", "PUBLIC");

    /** Hands it to test methods. */
    static final class Extension implements ParameterResolver {

        private final ParameterResolver archives = new RunningArchive.Extension();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OracleArchive.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            RunningArchive archive =
                    (RunningArchive) Objects.requireNonNull(archives.resolveParameter(parameter, context));
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(OracleArchive.class, type -> loaded(archive), OracleArchive.class);
        }

        private static OracleArchive loaded(RunningArchive archive) {
            try {
                numberRecordsFrom(archive, 65_536 - OracleRecords.COUNT / 2);
                new OracleRecords().load(archive);
                return new OracleArchive(
                        archive,
                        new SelectionOracle(archive.database()),
                        archive.gatewayWith(SMALL_BOUNDS),
                        SelectionOracle.callers(archive));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** So that sets of their keys have more than one container. */
    private static void numberRecordsFrom(RunningArchive archive, int number) throws SQLException {
        try (Connection database = archive.database();
                Statement statement = database.createStatement()) {
            statement.execute("select setval(pg_get_serial_sequence('records.records', 'number'), greatest(" + number
                    + ", (select max(number) from records.records)))");
        }
    }

    /** A selection made by chance, and all that it should find. */
    record Question(
            Caller caller, RandomFilters.Filter filter, RandomOrders.Order order, List<String> expected, String told) {}

    Question question(Random random) {
        Caller caller = callers.get(random.nextInt(callers.size()));
        RandomFilters.Filter filter = new RandomFilters(random).filter(4);
        RandomOrders.Order order = new RandomOrders(random).order();
        return new Question(
                caller,
                filter,
                order,
                oracle.all(caller, filter.sql(), order.sql()),
                caller + ": " + filter.graphQl() + " by " + order.graphQl() + "\n" + filter.sql() + " by "
                        + order.sql());
    }

    /** What {@code records} is in the answer, which is without errors. */
    JsonNode records(Question question, String way, String query, Map<String, ?> variables) {
        RunningArchive.Answer answer = answer(question.caller(), way, query, variables);
        assertThat(answer.body().path("errors").toString())
                .as(way + " " + question.told())
                .isEmpty();
        return answer.body().at("/data/records");
    }

    RunningArchive.Answer answer(Caller caller, String way, String query, Map<String, ?> variables) {
        URI url = gateway.url().resolve("/graphql");
        Map<String, String> headers = new LinkedHashMap<>(Map.of("x-weft-explain", "plan"));
        if (!way.isEmpty()) {
            headers.put("x-weft-strategy", way);
        }
        return archive.ask(url, caller.token(), query, variables, headers);
    }

    static List<String> srns(JsonNode records) {
        List<String> srns = new ArrayList<>();
        records.path("edges").forEach(edge -> srns.add(edge.at("/node/srn").asString()));
        return srns;
    }

    @Override
    public void close() throws SQLException {
        gateway.close();
        oracle.close();
    }
}
