package io.weft.contracts;

import java.util.regex.Pattern;

/** Semantic Versioning 2.0.0, the grammar as semver.org gives it. */
final class SemanticVersion {

    private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
    private static final String PRE_RELEASE_PART = "(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final Pattern GRAMMAR = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER
            + "(-" + PRE_RELEASE_PART + "(\\." + PRE_RELEASE_PART + ")*)?"
            + "(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?");
    private static final int LONGEST = 128;

    private SemanticVersion() {}

    static boolean isValid(String text) {
        return text.length() <= LONGEST && GRAMMAR.matcher(text).matches();
    }
}
