package io.weft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WhoRefersTest {

    @Test
    void whatLeadsToATypeIsFoundHoweverManyStepsAway() {
        Map<String, Set<String>> now = Map.of("Query", Set.of("A"), "A", Set.of("B"), "B", Set.of("A"), "C", Set.of());
        assertThat(new WhoRefers().leadingTo(Set.of("B"), now)).containsExactlyInAnyOrder("B", "A", "Query");
        assertThat(new WhoRefers().leadingTo(Set.of("C", "Gone"), now)).containsExactlyInAnyOrder("C", "Gone");
    }

    @Test
    void howeverReferencesChangeItIsAsIfTheyHadBeenReadAnew() {
        Random random = new Random(11);
        WhoRefers remembering = new WhoRefers();
        Map<String, Set<String>> now = new TreeMap<>();
        int found = 0;
        for (int i = 0; i < 2_000; i++) {
            String type = name(random);
            if (random.nextInt(4) == 0) {
                now.remove(type);
            } else {
                Set<String> references = new TreeSet<>();
                for (int j = random.nextInt(4); j > 0; j--) {
                    references.add(name(random));
                }
                now.put(type, references);
            }
            Set<String> asked = new HashSet<>(Set.of(name(random)));
            Set<String> leading = remembering.leadingTo(asked, now);
            assertThat(leading).as("step " + i + ": " + now).isEqualTo(new WhoRefers().leadingTo(asked, now));
            found += leading.size();
        }
        assertThat(found).as("most lead somewhere").isGreaterThan(4_000);
    }

    private static String name(Random random) {
        return String.valueOf((char) ('A' + random.nextInt(12)));
    }
}
