package io.weft.contracts;

import java.util.Optional;

/**
 * Which version of which data. Where a source has the same version at two moments, whoever answers by that source alone answers the same at both, and at any moment
 * between them.
 *
 * @param source  names the data, the same for all who answer by it; visible ASCII without {@code / ;}
 * @param version of them; visible ASCII without {@code / ;}
 */
public record DataVersion(String source, String version) {
    public DataVersion {
        if (!isWord(source) || !isWord(version)) {
            throw new IllegalArgumentException("no version of data: " + source + "/" + version);
        }
    }

    /** {@code source/version} */
    public String text() {
        return source + "/" + version;
    }

    /** Empty if it is not what {@link #text} writes. */
    public static Optional<DataVersion> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String source = text.substring(0, slash);
        String version = text.substring(slash + 1);
        return isWord(source) && isWord(version) ? Optional.of(new DataVersion(source, version)) : Optional.empty();
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '/' && c != ';');
    }
}
