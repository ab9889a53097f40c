package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.RuntimeWiring;
import io.weft.contracts.Principal;
import io.weft.postgres.sql.QueryLimits;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Numbers of floating point are written the same at once and by the engine, to the last bit. */
class FloatsTest {

    @Test
    void numbersOfAnySizeAreWrittenAsTheEngineDoes() throws SQLException {
        try (ScenarioSubgraph subgraph = new ScenarioSubgraph(
                """
                CREATE TABLE figure (id integer PRIMARY KEY, long double precision, short real);
                SELECT setseed(0.42);
                INSERT INTO figure SELECT n, round((random() - 0.5)::numeric, n % 17)::double precision * 10.0 ^ (n % 25 - 12), ((random() - 0.5) * 10 ^ (n % 25 - 12))::real
                  FROM generate_series(1, 900) n;
                INSERT INTO figure SELECT 1000 + n, v::double precision, v::real FROM unnest(ARRAY['0', '-0', '0.001', '0.0010001', '0.0009999', '-0.001', '0.00099999999', '9999999', '10000000', '9999999.5',
                  '1234567.25', '-0.5', '1e-3', '1e7', '1', '0.1', '100']) WITH ORDINALITY AS t (v, n)""",
                publication -> List.of(),
                QueryLimits.DEFAULT,
                "",
                RuntimeWiring.newRuntimeWiring().build())) {
            String document = "{ figure(first: 500, orderBy: [{id: %s}]) { nodes { id long short } } }";
            for (String order : List.of("ASC", "DESC")) {
                String asked = document.formatted(order);
                JsonNode engine = subgraph.ask(asked, Map.of(), Principal.anonymous());
                JsonNode atOnce = subgraph.askAtOnce(asked, Map.of(), Principal.anonymous())
                        .orElseThrow();
                assertThat(bits(atOnce)).hasSize(1000).isEqualTo(bits(engine));
            }
        }
    }

    private static List<Long> bits(JsonNode answer) {
        return answer.at("/data/figure/nodes")
                .valueStream()
                .flatMap(node -> Stream.of(node.get("long"), node.get("short")))
                .map(number -> Double.doubleToRawLongBits(number.asDouble()))
                .toList();
    }
}
