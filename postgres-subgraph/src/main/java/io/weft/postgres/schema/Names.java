package io.weft.postgres.schema;

/**
 * GraphQL names for the archive's names. An underscore or hyphen before a letter becomes that letter's upper case, every
 * other underscore stays, so no two lower-case names share a GraphQL name and {@link #column} leads back. Of names with other characters
 * than the archive's, each such character is an underscore; names that are one then are refused as a {@link NameCollision}.
 */
public final class Names {

    private Names() {}

    /** {@code molecular_weight} and {@code molecular-weight} become {@code molecularWeight}. */
    public static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean joint = c == '_' || c == '-';
            if (joint && i > 0 && i + 1 < name.length() && isLowerLetter(name.charAt(i + 1))) {
                camel.append(Character.toUpperCase(name.charAt(++i)));
            } else {
                camel.append(isLegal(c) ? c : '_');
            }
        }
        return camel.isEmpty() || Character.isDigit(camel.charAt(0)) ? "_" + camel : camel.toString();
    }

    /** {@code pdb-structure} becomes {@code PdbStructure}. */
    public static String pascal(String name) {
        String camel = camel(name);
        return Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
    }

    /** The way back: {@code molecularWeight} becomes {@code molecular_weight}. */
    public static String column(String camel) {
        StringBuilder column = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column.append('_').append((char) (c - 'A' + 'a'));
            } else {
                column.append(c);
            }
        }
        return column.toString();
    }

    private static boolean isLegal(char c) {
        return c == '_' || c < 128 && Character.isLetterOrDigit(c);
    }

    private static boolean isLowerLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
