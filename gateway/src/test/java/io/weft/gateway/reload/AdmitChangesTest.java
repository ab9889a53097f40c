package io.weft.gateway.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.Composer;
import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.reload.AdmitChanges.Admission;
import io.weft.gateway.reload.AdmitChanges.Before;
import io.weft.gateway.supergraph.SubgraphName;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmitChangesTest {

    private static final Before NOTHING = new Before(List.of(), false);

    private final List<List<SubgraphSource>> composed = new ArrayList<>();
    private final AdmitChanges admitting = new AdmitChanges(sources -> {
        composed.add(sources);
        return new Composer().compose(sources);
    });

    private final SubgraphSource a = subgraph("a", "x: Int");
    private final SubgraphSource b = subgraph("b", "y: Int");
    private final SubgraphSource c = subgraph("c", "z: Int");
    private final Before served = new Before(List.of(a, b, c), true);

    @Test
    void whatComposesIsComposedOnce() {
        List<SubgraphSource> told = List.of(a, b, subgraph("c", "more: Int"));
        assertThat(admitting.admit(told, served, names("c", "b", "a"))).isInstanceOf(Admission.Whole.class);
        assertThat(composed).containsExactly(told);
    }

    @Test
    void whoDoesNotComposeIsHeldBackAndTheOthersAreNot() {
        SubgraphSource bad = subgraph("b", "x: Int");
        SubgraphSource good = subgraph("c", "more: Int");
        assertThat(partial(List.of(a, bad, good), names("c", "b", "a"))).containsExactly(a, b, good);
    }

    @Test
    void ofTwoThatDoNotComposeTogetherTheOneThatChangedLastIsHeldBack() {
        SubgraphSource changedB = subgraph("b", "same: Int");
        SubgraphSource changedC = subgraph("c", "same: Int");
        assertThat(partial(List.of(a, changedB, changedC), names("c", "b", "a")))
                .containsExactly(a, changedB, c);
        assertThat(partial(List.of(a, changedB, changedC), names("b", "c", "a")))
                .containsExactly(a, b, changedC);
    }

    @Test
    void whatMovedFromOneToTheOtherMovesThoughAThirdIsHeldBack() {
        SubgraphSource without = subgraph("a", "w: Int");
        SubgraphSource with = subgraph("b", "x: Int y: Int");
        SubgraphSource bad = subgraph("c", "z: Missing");
        assertThat(partial(List.of(without, with, bad), names("a", "b", "c"))).containsExactly(without, with, c);
    }

    @Test
    void severalThatAreWrongAreHeldBack() {
        SubgraphSource good = subgraph("b", "more: Int");
        assertThat(partial(
                        List.of(subgraph("a", "x: Missing"), good, subgraph("c", "z: Missing")), names("b", "a", "c")))
                .containsExactly(a, good, c);
    }

    @Test
    void whereOnlyOneChangedNothingElseIsTried() {
        List<SubgraphSource> told = List.of(a, b, subgraph("c", "x: Int"));
        assertThat(admitting.admit(told, served, names("c", "b", "a"))).isInstanceOf(Admission.Refused.class);
        assertThat(composed).containsExactly(told);
    }

    @Test
    void whatComposedBeforeIsTriedWhereItIsNotServedSo() {
        SubgraphSource bad = subgraph("c", "x: Int");
        Admission admission =
                admitting.admit(List.of(a, b, bad), new Before(List.of(a, b, c), false), names("c", "b", "a"));
        assertThat(sources(admission)).containsExactly(a, b, c);
    }

    @Test
    void whereNothingIsServedYetOnlySuspectsAreLeftOut() {
        SubgraphSource bad = subgraph("b", "x: Int");
        assertThat(admitting.admit(List.of(a, bad), NOTHING, List.of())).isInstanceOf(Admission.Refused.class);
        assertThat(sources(admitting.admit(List.of(a, bad), NOTHING, names("b"))))
                .containsExactly(a);
        assertThat(sources(admitting.admit(List.of(a, bad), NOTHING, names("a"))))
                .containsExactly(bad);
        assertThat(admitting.admit(List.of(subgraph("a", "x: Missing")), NOTHING, names("a")))
                .isInstanceOf(Admission.Refused.class);
    }

    /** Twelve subgraphs whose only fields may be each other's: nobody is held back who could be let in after all. */
    @Test
    void nobodyIsHeldBackForNothing() {
        List<SubgraphSource> told = IntStream.range(0, 12)
                .mapToObj(i -> subgraph("s" + i, "f" + i * i % 7 + ": Int"))
                .toList();
        List<SubgraphName> all = told.stream().map(SubgraphSource::name).toList();
        List<SubgraphSource> in = sources(admitting.admit(told, NOTHING, all));
        assertThat(in).hasSize(4);
        for (SubgraphSource out : told) {
            List<SubgraphSource> more = told.stream()
                    .filter(each -> in.contains(each) || each.equals(out))
                    .toList();
            assertThat(new Composer().compose(more) instanceof CompositionResult.Composed)
                    .isEqualTo(in.contains(out));
        }
        Set<List<SubgraphSource>> different = new HashSet<>(composed);
        assertThat(composed).hasSameSizeAs(different);
    }

    private List<SubgraphSource> partial(List<SubgraphSource> told, List<SubgraphName> suspects) {
        return sources(admitting.admit(told, served, suspects));
    }

    private static List<SubgraphSource> sources(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Partial.class);
        Admission.Partial partial = (Admission.Partial) admission;
        assertThat(partial.errors()).isNotEmpty();
        return partial.sources();
    }

    private static List<SubgraphName> names(String... names) {
        return Arrays.stream(names).map(SubgraphName::new).toList();
    }

    private static SubgraphSource subgraph(String name, String fields) {
        return new SubgraphSource(
                new SubgraphName(name),
                URI.create("http://localhost/" + name),
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"])\n"
                        + "type Query { " + fields + " }");
    }
}
