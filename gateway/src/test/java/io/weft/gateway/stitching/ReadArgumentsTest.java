package io.weft.gateway.stitching;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.KeyTemplate.Constant;
import io.weft.gateway.supergraph.KeyTemplate.ForEachKey;
import io.weft.gateway.supergraph.KeyTemplate.FromKey;
import io.weft.gateway.supergraph.KeyTemplate.ObjectOf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadArgumentsTest {

    @Test
    void aPartOfTheKeyIsGivenToAnArgument() {
        assertThat(arguments("id: $key.id, org: $key.owner.org.slug"))
                .containsExactly(
                        Map.entry("id", key("id")), Map.entry("org", new FromKey(List.of("owner", "org", "slug"))));
    }

    @Test
    void aListHasAnElementForEachKey() {
        assertThat(arguments("ids: [[$key.id]]")).containsExactly(Map.entry("ids", new ForEachKey(key("id"))));
        assertThat(arguments("keys: [[{ a: $key.a, n: 1 }]]"))
                .containsExactly(
                        Map.entry("keys", new ForEachKey(new ObjectOf(Map.of("a", key("a"), "n", new Constant("1"))))));
        assertThat(arguments("keys: [[$key]]"))
                .containsExactly(Map.entry("keys", new ForEachKey(new FromKey(List.of()))));
    }

    @Test
    void whateverHasNoKeyInItIsAConstant() {
        assertThat(
                        arguments(
                                "a: \"it's # no comment, \\\"quoted\\\"\" b: -1.5e3 c: ENUM d: null # a comment\n e: {x: [1 2], y: {}}"))
                .containsExactly(
                        Map.entry("a", new Constant("\"it's # no comment, \\\"quoted\\\"\"")),
                        Map.entry("b", new Constant("-1.5e3")),
                        Map.entry("c", new Constant("ENUM")),
                        Map.entry("d", new Constant("null")),
                        Map.entry("e", new Constant("{x:[1,2],y:{}}")));
        assertThat(arguments("a: [[1, 2], [3], []], b: [[]]"))
                .containsExactly(Map.entry("a", new Constant("[[1,2],[3],[]]")), Map.entry("b", new Constant("[[]]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ids: [[$key.id               | each '[[' must be closed by ']]'
            ids: [[$key.id]              | each '[[' must be closed by ']]'
            ids: [[{a: $key.id}, 1]]     | each '[[' must be closed by ']]'
            ids: [$key.id]               | [[$key.field]]
            ids: [[ {a: [[$key.id]]} ]]  | cannot stand within another
            id: $id                      | $id is not known
            id: $key.                    | a field of the key
            id: $key.1                   | a field of the key
            id                           | ':'
            id: {a: 1                    | is a bracket not closed?
            id: 1 id: 2                  | twice
            id: }                        | where a value is expected
            id: 01                       | is no part of arguments
            id: 'x'                      | is no part of arguments
            ''                           | there is no argument
            """)
    void whatMakesNoSenseIsRefusedWithAReason(String text, String reason) {
        assertThat(ReadArguments.read(text))
                .isInstanceOfSatisfying(
                        ReadArguments.Result.Invalid.class,
                        invalid -> assertThat(invalid.reason()).contains(reason));
    }

    private static FromKey key(String field) {
        return new FromKey(List.of(field));
    }

    private static Map<String, KeyTemplate> arguments(String text) {
        ReadArguments.Result result = ReadArguments.read(text);
        assertThat(result).isInstanceOf(ReadArguments.Result.Read.class);
        return ((ReadArguments.Result.Read) result).arguments();
    }
}
