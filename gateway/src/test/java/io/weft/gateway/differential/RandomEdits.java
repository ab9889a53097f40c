package io.weft.gateway.differential;

import io.weft.gateway.composition.subgraph.SubgraphSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Subgraphs whose schemas change, a little and by chance, from one moment to the next: definitions and lines come, go, come back and are
 * altered. Much of it is no sound schema.
 */
final class RandomEdits {

    private static final List<String> DIRECTIVES =
            List.of(" @inaccessible", " @shareable", " @external", " @deprecated", " @tag(name: \"t\")", " @unknown");
    private static final List<String> PIECES = List.of(
            "type Query {\n  late: Late\n}\n",
            "type Late @key(fields: \"id\") {\n  id: ID!\n  of: [LateKind!]\n}\n",
            "enum LateKind {\n  EARLY\n  LATE\n}\n",
            "input LateFilter {\n  eq: LateKind = LATE\n  and: [LateFilter!]\n}\n",
            "interface HasId {\n  id: ID!\n}\n",
            "type Seen implements HasId {\n  id: ID!\n}\n",
            "union Any = Late | Seen\n",
            "scalar Moment @specifiedBy(url: \"https://example.org\")\n",
            "extend type Query {\n  any(by: LateFilter, at: Moment): Any\n}\n");

    private final Random random;
    private final List<SubgraphSource> whole;
    private List<SubgraphSource> now;

    RandomEdits(List<SubgraphSource> sources, Random random) {
        this.whole = List.copyOf(sources);
        this.now = whole;
        this.random = random;
    }

    List<SubgraphSource> now() {
        return now;
    }

    void next() {
        List<SubgraphSource> edited = new ArrayList<>(now);
        int chosen = random.nextInt(whole.size());
        SubgraphSource original = whole.get(chosen);
        int at = edited.stream().map(SubgraphSource::name).toList().indexOf(original.name());
        switch (random.nextInt(10)) {
            case 0 -> edited = new ArrayList<>(whole);
            case 1 -> {
                if (at >= 0 && edited.size() > 1) {
                    edited.remove(at);
                }
            }
            default -> {
                if (at < 0) {
                    edited.add(Math.min(chosen, edited.size()), original);
                } else {
                    edited.set(at, with(edited.get(at), edit(edited.get(at).sdl(), original.sdl())));
                }
            }
        }
        now = edited;
    }

    private static SubgraphSource with(SubgraphSource source, String sdl) {
        return new SubgraphSource(source.name(), source.url(), sdl, source.dialect(), source.transforms());
    }

    private String edit(String sdl, String original) {
        List<String> lines = new ArrayList<>(List.of(sdl.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        return switch (random.nextInt(9)) {
            case 0 -> original;
            case 1 -> sdl + "\n" + PIECES.get(random.nextInt(PIECES.size()));
            case 2 -> PIECES.get(random.nextInt(PIECES.size())) + "\n" + sdl;
            case 3 -> sdl.replaceFirst("\n}\n", "\n  late" + random.nextInt(3) + "(first: Int, by: Int = 1): Int\n}\n");
            case 4 -> {
                lines.remove(at);
                yield String.join("\n", lines);
            }
            case 5 -> {
                lines.add(random.nextInt(lines.size()), line);
                yield String.join("\n", lines);
            }
            case 6 -> altered(lines, at, line.endsWith("!") ? line.substring(0, line.length() - 1) : line + "!");
            case 7 ->
                altered(lines, at, line.isBlank() ? line : line + DIRECTIVES.get(random.nextInt(DIRECTIVES.size())));
            default -> {
                int other = random.nextInt(lines.size());
                lines.set(at, lines.get(other));
                lines.set(other, line);
                yield String.join("\n", lines);
            }
        };
    }

    private static String altered(List<String> lines, int at, String line) {
        lines.set(at, line);
        return String.join("\n", lines);
    }
}
