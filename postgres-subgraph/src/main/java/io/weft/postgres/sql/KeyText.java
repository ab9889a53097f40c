package io.weft.postgres.sql;

/** Keys as text: {@code 1,20,3}. */
final class KeyText {

    private KeyText() {}

    static int[] keys(String text) {
        int count = 1;
        for (int at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
            count++;
        }
        int[] keys = new int[count];
        int key = 0;
        int index = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == ',') {
                keys[index++] = key;
                key = 0;
            } else {
                key = Math.addExact(Math.multiplyExact(key, 10), c - '0');
            }
        }
        keys[index] = key;
        return keys;
    }
}
