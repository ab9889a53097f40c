package io.weft.postgres.sql;

/** Keys as PostgreSQL writes an array of them: <code>{1,20,3}</code>. */
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
        for (int at = 1; at < text.length() - 1; at++) {
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
