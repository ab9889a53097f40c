package io.weft.gateway.composition.problem;

import java.util.Collection;
import java.util.Locale;

/** Finds the name somebody may have meant, whatever its case. */
public final class NearestName {

    private NearestName() {}

    /** {@code "; did you mean X?"}, or nothing where no name is near. */
    public static String suggestion(String written, Collection<String> known) {
        String nearest = "";
        int best = Math.max(1, written.length() / 3) + 1;
        String lower = written.toLowerCase(Locale.ROOT);
        for (String candidate : known) {
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT), best);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean " + nearest + "?";
    }

    /** Letters added, left out, changed, or swapped with the next one. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[][] changes = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                changes[i][j] = i == 0 || j == 0 ? i + j : next(a, b, changes, i, j);
            }
        }
        return changes[a.length()][b.length()];
    }

    private static int next(String a, String b, int[][] changes, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(changes[i][j - 1], changes[i - 1][j]) + 1, changes[i - 1][j - 1] + change);
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(best, changes[i - 2][j - 2] + 1) : best;
    }
}
