package io.weft.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.weft.gateway.operation.VariableCoercion.Result.Coerced;
import io.weft.gateway.operation.VariableCoercion.Result.Rejected;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableCoercionTest {
    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse("""
                type Query { f(int: Int, float: Float, id: ID, ids: [ID!], color: Color, filter: Filter, by: By): Int }
                enum Color { RED GREEN }
                input Filter { name: String! limit: Int! = 3 inner: Filter colors: [Color!] }
                input By @oneOf { id: ID name: String }
                """),
                    RuntimeWiring.newRuntimeWiring().build());

    private final VariableCoercion coercion = new VariableCoercion(SCHEMA);

    @Test
    void defaultsStandInForWhatIsNotThereButNotForNull() {
        assertThat(coerced(
                        "query($a: Int = 3, $b: Int = 4, $c: Int) { f(int: $a) g: f(int: $b) h: f(int: $c) }",
                        map("b", null)))
                .isEqualTo(map("a", BigInteger.valueOf(3), "b", null));
    }

    @Test
    void aSingleValueBecomesAListAndANumberAnId() {
        assertThat(coerced("query($x: [ID!], $y: ID) { f(ids: $x, id: $y) }", map("x", 7, "y", 8L)))
                .isEqualTo(map("x", List.of("7"), "y", "8"));
    }

    @Test
    void wholeFloatsAreInts() {
        assertThat(coerced("query($x: Int) { f(int: $x) }", map("x", 3.0))).isEqualTo(map("x", 3));
    }

    @ParameterizedTest
    @CsvSource({"1e2, 100", "100.0, 100", "0e99999999, 0", "-2147483648, -2147483648"})
    void wholeNumbersAreIntsHoweverTheyAreWritten(BigDecimal written, int number) {
        assertThat(coerced("query($x: Int) { f(int: $x) }", map("x", written))).isEqualTo(map("x", number));
    }

    /** Its digits would fill the memory. */
    @ParameterizedTest
    @CsvSource({"Int, int", "ID, id", "Float, float"})
    @Timeout(10)
    void aNumberWithAHugeExponentIsRefusedAsItIs(String type, String argument) {
        assertThat(messages(
                        "query($x: " + type + ") { f(" + argument + ": $x) }", map("x", new BigDecimal("1e99999999"))))
                .singleElement()
                .asString()
                .contains("1E+99999999");
    }

    @Test
    void aFloatIsANumberOf64Bits() {
        assertThat(coerced("query($x: Float) { f(float: $x) }", map("x", new BigDecimal("1.5e308"))))
                .isEqualTo(map("x", new BigDecimal("1.5e308")));
        assertThat(messages("query($x: Float) { f(float: $x) }", map("x", new BigDecimal("1e400"))))
                .singleElement()
                .asString()
                .contains("1E+400", "\"Float\"", "64 bits");
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsPath() {
        List<String> messages = messages(
                "query($x: Filter!, $n: Int!, $c: Color) { f(filter: $x, int: $n, color: $c) }",
                map(
                        "x",
                        map("limit", "many", "inner", map("name", 1, "extra", 2), "colors", Arrays.asList("RED", null)),
                        "c",
                        "BLUE"));
        assertThat(messages)
                .anyMatch(message -> message.contains("at \"x.name\"") && message.contains("required"))
                .anyMatch(message -> message.contains("at \"x.limit\"") && message.contains("\"many\""))
                .anyMatch(message -> message.contains("at \"x.inner.name\"") && message.contains("String"))
                .anyMatch(message -> message.contains("\"extra\""))
                .anyMatch(message -> message.contains("at \"x.colors[1]\""))
                .anyMatch(message -> message.contains("\"$n\" of required type \"Int!\" was not provided"))
                .anyMatch(message -> message.contains("\"BLUE\""));
    }

    @Test
    void oneOfTakesExactlyOneField() {
        String query = "query($x: By) { f(by: $x) }";
        assertThat(coerced(query, map("x", map("id", "1")))).isEqualTo(map("x", map("id", "1")));
        assertThat(messages(query, map("x", map("id", "1", "name", "n")))).hasSize(1);
        assertThat(messages(query, map("x", map("id", null)))).hasSize(1);
    }

    @Test
    void integersHave32Bits() {
        assertThat(messages("query($x: Int) { f(int: $x) }", map("x", 3_000_000_000L)))
                .hasSize(1);
        assertThat(messages("query($x: Int) { f(int: $x) }", map("x", 1.5))).hasSize(1);
        assertThat(messages("query($x: Int) { f(int: $x) }", map("x", true))).hasSize(1);
    }

    private Map<String, @Nullable Object> coerced(String document, Map<String, @Nullable Object> raw) {
        return ((Coerced) coercion.coerce(definitions(document), raw)).values();
    }

    private List<String> messages(String document, Map<String, @Nullable Object> raw) {
        return ((Rejected) coercion.coerce(definitions(document), raw))
                .errors().stream().map(OperationError::message).toList();
    }

    private static List<VariableDefinition> definitions(String document) {
        var result = new OperationCompiler(SCHEMA, OperationLimits.DEFAULT).compile(document, Optional.empty());
        assertThat(result).isInstanceOf(OperationCompiler.Result.Compiled.class);
        return ((OperationCompiler.Result.Compiled) result).operation().variables();
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
