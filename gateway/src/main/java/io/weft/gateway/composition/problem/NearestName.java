package io.weft.gateway.composition.problem;

import java.util.Collection;

/** Finds the name somebody may have meant. */
public final class NearestName {

    private NearestName() {}

    /** {@code "; did you mean X?"}, or nothing where no name is near. */
    public static String suggestion(String written, Collection<String> known) {
        String nearest = "";
        int best = Math.max(1, written.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(written, candidate, best);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean " + nearest + "?";
    }

    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
