package io.weft.gateway.execution.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerParserTest {

    private final Layout layout = layout("__typename", "name");
    private final Shape shape =
            new Shape(layout, List.of(new Shape.Field("__typename", 0, null), new Shape.Field("name", 1, null)));

    @Test
    void leavesAreSlicesOfTheReceivedBytes() {
        byte[] body = bytes("{\"data\":{\"name\":\"A\\u00e9\"}}");
        Leaf name = (Leaf) Objects.requireNonNull(data(body).get(1));
        assertThat(name.bytes()).isSameAs(body);
        assertThat(name.json()).isEqualTo("\"A\\u00e9\"");
    }

    @Test
    void aByteOrderMarkIsIgnored() {
        assertThat(data(bytes("\uFEFF{\"data\":{\"name\":1}}")).get(1)).hasToString("1");
    }

    @Test
    void aTypeNameIsReadWithoutItsEscapes() {
        assertThat(data(bytes("{\"data\":{\"__typename\":\"\\u0042ook\"}}")).typename())
                .hasToString("\"Book\"");
    }

    @Test
    void nothingIsSaidWhereTheAnswerSaysNothing() {
        AnswerParser.Answer answer = (AnswerParser.Answer) AnswerParser.parse(bytes("{}"), shape);
        assertThat(answer.data()).isEmpty();
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void errorsAreKeptAsTheyAre() {
        AnswerParser.Answer answer =
                (AnswerParser.Answer) AnswerParser.parse(bytes("{\"errors\" : [ {} ],\"data\":null}"), shape);
        assertThat(answer.errors())
                .hasValueSatisfying(errors -> assertThat(errors.json()).isEqualTo("[ {} ]"));
        assertThat(answer.data()).contains(DataNode.Null.NULL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "                  | the text ends too early at byte 0",
                "[]                | expected '{' at byte 0",
                "{\"data\":[]}     | \"data\" is neither an object nor null at byte 8",
                "{\"data\":{}      | the text ends too early at byte 10",
                "{\"data\":{}}x    | something follows the value at byte 11",
                "{\"data\":{\"a\":01}} | expected ',' or '}' at byte 14",
                "{\"a\":tru}       | expected a value at byte 5",
                "{\"a\":\"\\x\"}   | an unknown escape at byte 6",
                "{\"a\":1,}        | expected a key at byte 7",
            })
    void whatIsWrongIsSaidWithItsPlace(String body, String problem) {
        assertThat(AnswerParser.parse(bytes(body == null ? "" : body), shape)).hasToString(problem);
    }

    @Test
    void bytesThatAreNoCharactersAreRefused() {
        byte[] body = "{\"data\":{\"name\":\"?\"}}".getBytes(StandardCharsets.US_ASCII);
        for (int overlongStart : List.of(0x80, 0xC0, 0xC1, 0xED, 0xF5, 0xFF)) {
            body[17] = (byte) overlongStart;
            assertThat(AnswerParser.parse(body, shape)).hasToString("not valid UTF-8 at byte 17");
        }
    }

    @Test
    void nestingIsLimited() {
        String deep = "[".repeat(AnswerParser.MAX_DEPTH + 1);
        assertThat(AnswerParser.parse(bytes("{\"x\":" + deep), shape).toString())
                .startsWith("nested too deeply");
    }

    @Test
    void mergingKeepsWhatIsThereAndAddsWhatIsNot() {
        ObjectNode one = data(bytes("{\"data\":{\"name\":null}}"));
        one.mergeFrom(data(bytes("{\"data\":{\"__typename\":\"T\",\"name\":\"new\"}}")));
        one.mergeFrom(data(bytes("{\"data\":{\"name\":\"later\"}}")));
        assertThat(one).hasToString("{__typename: \"T\", name: \"new\"}");
    }

    @Test
    void anObjectTypeReplacesAnInterfaceAsTypeNameButNotTheOtherWayRound() {
        ObjectNode media = data(bytes("{\"data\":{\"__typename\":\"Media\"}}"));
        media.mergeFrom(data(bytes("{\"data\":{\"__typename\":\"Book\"}}")));
        media.mergeFrom(data(bytes("{\"data\":{\"__typename\":\"Media\"}}")));
        assertThat(media.typename()).hasToString("\"Book\"");
    }

    private ObjectNode data(byte[] body) {
        return (ObjectNode)
                ((AnswerParser.Answer) AnswerParser.parse(body, shape)).data().orElseThrow();
    }

    private static Layout layout(String... keys) {
        Layout.Builder builder = new Layout.Builder().asObject();
        for (String key : keys) {
            builder.child(key);
        }
        return builder.build(Set.of("Book"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
