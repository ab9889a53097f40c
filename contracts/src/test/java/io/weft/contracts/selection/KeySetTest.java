package io.weft.contracts.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class KeySetTest {

    @Test
    void whatWasWrittenIsRead() {
        Random random = new Random(7);
        for (int most : new int[] {0, 1, 100, 70_000, 5_000_000}) {
            KeySet set = KeySet.of(IntStream.range(0, 10_000)
                    .map(i -> random.nextInt(most + 1))
                    .toArray());
            assertThat(KeySet.decoded(set.encoded())).contains(set);
        }
        assertThat(KeySet.decoded(KeySet.EMPTY.encoded())).contains(KeySet.EMPTY);
        assertThat(KeySet.decoded(KeySet.of(Integer.MAX_VALUE).encoded())).contains(KeySet.of(Integer.MAX_VALUE));
    }

    /** One more than a count can be. */
    @Test
    void theSetOfAllKeysIsNotEmpty() {
        KeySet all = KeySet.decoded(encodedRange(0, 1L << 31)).orElseThrow();
        assertThat(all.size()).isEqualTo(Integer.MAX_VALUE);
        assertThat(all.greatest(2)).isEqualTo(KeySet.of(Integer.MAX_VALUE - 1, Integer.MAX_VALUE));
    }

    private static String encodedRange(long from, long to) {
        RoaringBitmap keys = RoaringBitmap.bitmapOfRange(from, to);
        keys.runOptimize();
        ByteBuffer bytes = ByteBuffer.allocate(keys.serializedSizeInBytes()).order(ByteOrder.LITTLE_ENDIAN);
        keys.serialize(bytes);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    @Test
    void keysAreLeftInTheirOrder() {
        int[] keys = {200_000, 70_000, 3, 140_000, 1};
        assertThat(KeySet.of(keys).toArray()).containsExactly(1, 3, 70_000, 140_000, 200_000);
        assertThat(keys).containsExactly(200_000, 70_000, 3, 140_000, 1);
    }

    @Test
    void theFormatIsThePortableOne() {
        // As the specification describes it: cookie, containers, key and cardinality, offset, values.
        byte[] oneAndThree = {0x3a, 0x30, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 16, 0, 0, 0, 1, 0, 3, 0};
        assertThat(KeySet.decoded(Base64.getEncoder().encodeToString(oneAndThree)))
                .contains(KeySet.of(1, 3));
        assertThat(Base64.getDecoder().decode(KeySet.of(3, 1).encoded())).isEqualTo(oneAndThree);
    }

    @Test
    void whatIsNoSetIsRefused() {
        String good = KeySet.of(1, 70_000, 140_000).encoded();
        assertThat(KeySet.decoded("")).isEmpty();
        assertThat(KeySet.decoded("?")).isEmpty();
        assertThat(KeySet.decoded(good.substring(0, good.length() - 8))).isEmpty();
        assertThat(KeySet.decoded(Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4, 5, 6, 7, 8})))
                .isEmpty();
        byte[] longer = Arrays.copyOf(Base64.getDecoder().decode(good), 200);
        assertThat(KeySet.decoded(Base64.getEncoder().encodeToString(longer))).isEmpty();
    }

    @Test
    void damagedBytesNeverBreakIt() {
        Random random = new Random(11);
        byte[] good = Base64.getDecoder()
                .decode(KeySet.of(IntStream.range(0, 3_000).map(i -> i * 37).toArray())
                        .encoded());
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged[random.nextInt(change == 0 ? good.length : Math.min(64, good.length))] =
                        (byte) random.nextInt();
            }
            KeySet.decoded(Base64.getEncoder().encodeToString(damaged))
                    .ifPresent(set -> assertThat(set.toArray()).isSorted().doesNotHaveDuplicates());
        }
    }

    @Test
    void negativeKeysAreRefused() {
        assertThatThrownBy(() -> KeySet.of(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void setsAreAddedAndTakenAsAnySetIs() {
        Random random = new Random(13);
        for (int round = 0; round < 200; round++) {
            TreeSet<Integer> left = keys(random);
            TreeSet<Integer> right = keys(random);
            int at = random.nextInt(100);
            KeySet a = of(left);
            KeySet b = of(right);
            assertThat(a.size()).isEqualTo(left.size());
            assertThat(a.above(at)).isEqualTo(of(new TreeSet<>(left.tailSet(at, false))));
            assertThat(a.below(at)).isEqualTo(of(new TreeSet<>(left.headSet(at, false))));
            assertThat(a.least(3).toArray())
                    .isEqualTo(left.stream().limit(3).mapToInt(i -> i).toArray());
            assertThat(a.greatest(3).toArray())
                    .isEqualTo(left.stream()
                            .skip(Math.max(0, left.size() - 3))
                            .mapToInt(i -> i)
                            .toArray());
            TreeSet<Integer> both = new TreeSet<>(left);
            both.retainAll(right);
            assertThat(a.and(b)).isEqualTo(of(both));
            TreeSet<Integer> any = new TreeSet<>(left);
            any.addAll(right);
            assertThat(a.or(b)).isEqualTo(of(any));
            TreeSet<Integer> rest = new TreeSet<>(left);
            rest.removeAll(right);
            assertThat(a.without(b)).isEqualTo(of(rest));
        }
    }

    private static TreeSet<Integer> keys(Random random) {
        TreeSet<Integer> keys = new TreeSet<>();
        random.ints(random.nextInt(30), 0, 100).forEach(keys::add);
        return keys;
    }

    private static KeySet of(TreeSet<Integer> keys) {
        return KeySet.of(keys.stream().mapToInt(i -> i).toArray());
    }
}
