package io.weft.gateway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Supergraph;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverrideLabelsTest {

    private static final int REQUESTS = 10_000;

    private final OverrideLabels labels = OverrideLabels.of(supergraph());

    @Test
    void a_percentage_is_drawn_for_each_request_and_nobody_can_switch_it_on() {
        Random random = new Random(7);
        long drawn = 0;
        for (int request = 0; request < REQUESTS; request++) {
            drawn += labels.sample(Set.of("percent(20)"), random).contains("percent(20)") ? 1 : 0;
        }
        assertThat(drawn / (double) REQUESTS).isCloseTo(0.2, within(0.02));
    }

    @Test
    void any_other_label_is_on_where_it_was_switched_on() {
        Random random = new Random(7);
        assertThat(labels.sample(Set.of("new", "of no supergraph"), random))
                .contains("new")
                .doesNotContain("of no supergraph");
        assertThat(labels.sample(Set.of(), random)).doesNotContain("new");
    }

    private static Supergraph supergraph() {
        String link =
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.7\", import: [\"@key\", \"@override\"]) ";
        CompositionResult result = new Composer()
                .compose(List.of(
                        source(
                                "old",
                                link + "type Query { t: T } type T @key(fields: \"id\") { id: ID! a: Int b: Int }"),
                        source("young", link + """
                                type T @key(fields: "id") {
                                  id: ID!
                                  a: Int @override(from: "old", label: "percent(20)")
                                  b: Int @override(from: "old", label: "new")
                                }""")));
        return switch (result) {
            case CompositionResult.Composed composed -> composed.supergraph();
            case CompositionResult.Refused refused -> throw new AssertionError(refused.errors());
        };
    }

    private static SubgraphSource source(String name, String sdl) {
        return new SubgraphSource(new SubgraphName(name), URI.create("http://" + name), sdl);
    }
}
