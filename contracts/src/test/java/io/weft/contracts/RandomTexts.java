package io.weft.contracts;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts by chance, the same for the same seed. */
final class RandomTexts {

    private final SplittableRandom random;

    RandomTexts(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int number(int least, int most) {
        return (int) random.nextLong(least, most + 1L);
    }

    String text(String alphabet, int shortest, int longest) {
        return IntStream.range(0, number(shortest, longest))
                .mapToObj(_ -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                .collect(Collectors.joining());
    }

    /** Of all of Unicode's characters, half of them of ASCII, lone surrogates among them. */
    String anyText(int shortest, int longest) {
        StringBuilder text = new StringBuilder();
        int length = number(shortest, longest);
        for (int at = 0; at < length; at++) {
            if (random.nextBoolean()) {
                text.append((char) random.nextInt(0x80));
            } else {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
        }
        return text.toString();
    }

    String madeOf(List<String> parts, int most) {
        return IntStream.range(0, number(0, most))
                .mapToObj(_ -> parts.get(random.nextInt(parts.size())))
                .collect(Collectors.joining());
    }
}
