package io.weft.gateway.execution.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Random texts, whole and damaged: this parser and Jackson must agree on what is JSON and on what it says. */
class JsonOracleTest {

    private static final JsonMapper JACKSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void acceptsWhatJacksonAcceptsAndKeepsItsBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4000; i++) {
            byte[] json = damaged(("{\"v\":" + text(random, 0) + "}").getBytes(StandardCharsets.UTF_8), random);
            JsonMembers.Read read = JsonMembers.read(json);
            JsonNode expected = jackson(json);
            String shown = new String(json, StandardCharsets.UTF_8);
            if (expected == null) {
                assertThat(read).as(shown).isInstanceOf(JsonProblem.class);
            } else {
                assertThat(read).as(shown).isInstanceOf(JsonMembers.Members.class);
                ((JsonMembers.Members) read)
                        .byName()
                        .forEach((name, leaf) -> assertThat(JACKSON.readTree(leaf.json()))
                                .as(shown)
                                .isEqualTo(expected.get(name)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void readsWhatIsExpectedWhereverItStands(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            Expected expected = Expected.random(random, 3);
            String value = expected.answer(random);
            byte[] json =
                    ("{\"extensions\":[1],\"data\":" + value + ",\"errors\":null}").getBytes(StandardCharsets.UTF_8);
            AnswerParser.Parsed parsed = AnswerParser.parse(json, expected.shape());
            assertThat(parsed).as(value).isInstanceOf(AnswerParser.Answer.class);
            AnswerParser.Answer answer = (AnswerParser.Answer) parsed;
            assertThat(answer.errors()).isEmpty();
            expected.check(answer.data().orElseThrow(), JACKSON.readTree(value), value);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void aDamagedAnswerIsRefusedWhereJacksonRefusesIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4000; i++) {
            Expected expected = Expected.random(random, 3);
            byte[] json =
                    damaged(("{\"other\":" + expected.answer(random) + "}").getBytes(StandardCharsets.UTF_8), random);
            boolean accepted = AnswerParser.parse(json, expected.shape()) instanceof AnswerParser.Answer;
            assertThat(accepted).as(new String(json, StandardCharsets.UTF_8)).isEqualTo(jackson(json) != null);
        }
    }

    private static @Nullable JsonNode jackson(byte[] json) {
        try {
            boolean mark =
                    json.length >= 3 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF;
            int from = mark ? 3 : 0;
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json, from, json.length - from))
                    .toString();
            JsonNode node = JACKSON.readTree(text);
            return node.isObject() ? node : null;
        } catch (CharacterCodingException | JacksonException e) {
            return null;
        }
    }

    private static byte[] damaged(byte[] json, Random random) {
        int wounds = random.nextInt(4) - 1;
        for (int i = 0; i < wounds; i++) {
            int at = random.nextInt(json.length);
            switch (random.nextInt(4)) {
                case 0 -> json[at] = (byte) random.nextInt(256);
                case 1 -> json = Arrays.copyOf(json, at == 0 ? 1 : at);
                case 2 -> json[at] = (byte) "\"\\{}[]:,0-.eEtn u".charAt(random.nextInt(17));
                default -> {
                    byte[] longer = Arrays.copyOf(json, json.length + 1);
                    System.arraycopy(json, at, longer, at + 1, json.length - at);
                    json = longer;
                }
            }
        }
        return json;
    }

    static String text(Random random, int depth) {
        String space = List.of("", "", " ", "\n\t", "\r ").get(random.nextInt(5));
        return space
                + switch (random.nextInt(depth > 3 ? 6 : 8)) {
                    case 0 -> "null";
                    case 1 -> "true";
                    case 2 -> "false";
                    case 3 -> number(random);
                    case 4, 5 -> string(random);
                    case 6 -> "[" + joined(random, () -> text(random, depth + 1)) + space + "]";
                    default -> "{" + joined(random, () -> string(random) + space + ":" + text(random, depth + 1)) + "}";
                }
                + space;
    }

    private static String joined(Random random, Supplier<String> element) {
        List<String> elements = new ArrayList<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> elements.add(element.get()));
        return String.join(",", elements);
    }

    static String number(Random random) {
        return List.of(
                        "0",
                        "-0",
                        "1",
                        "-17",
                        "2147483648",
                        "1.5",
                        "-0.25",
                        "1e3",
                        "2E-2",
                        "3.25e+10",
                        "01",
                        "1.",
                        "-",
                        ".5")
                .get(random.nextInt(random.nextInt(10) == 0 ? 14 : 10));
    }

    static String string(Random random) {
        StringBuilder text = new StringBuilder("\"");
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(12)) {
                case 0 ->
                    text.append(List.of("\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\uD83D\\ude00", "\\t")
                            .get(random.nextInt(7)));
                case 1 ->
                    text.append(List.of("é", "ß", "€", "語", "😀", "\u007f", "\u2028")
                            .get(random.nextInt(7)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.append('"').toString();
    }
}
