package io.weft.gateway.execution.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonOutputTest {

    @Test
    void stringsReadBackAsTheyWere() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String text = random.ints(random.nextInt(20), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append(random.nextInt(3) == 0 ? "😀" : "")
                    .toString();
            String json = new JsonOutput(1).string(text).toString();
            assertThat(JsonMapper.shared().readValue(json, String.class)).isEqualTo(text);
        }
    }

    @Test
    void aLoneSurrogateIsEscaped() {
        assertThat(new JsonOutput().string("a\ud800b")).hasToString("\"a\\ud800b\"");
    }

    @Test
    void valuesOfAllKinds() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("list", Arrays.asList(1, null, 2.5, true));
        map.put("text", "\n");
        assertThat(new JsonOutput().value(map)).hasToString("{\"list\":[1,null,2.5,true],\"text\":\"\\n\"}");
    }

    @Test
    void distinctValuesAreWrittenOnceWhateverTheirNumber() {
        DistinctValues values = new DistinctValues();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1000; i++) {
                values.open().number(i * 31L);
                assertThat(values.close()).isEqualTo(i);
            }
        }
        values.open().number(5);
        values.discard();
        assertThat(values.size()).isEqualTo(1000);
        assertThat(JsonMapper.shared().readTree(array(values))).hasSize(1000);
    }

    private static String array(DistinctValues values) {
        JsonOutput out = new JsonOutput();
        values.writeArray(0, values.size(), out);
        return out.toString();
    }
}
