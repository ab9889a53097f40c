package io.weft.contracts;

import java.util.Locale;
import java.util.Optional;

/** What {@link Srn#parse} found. */
public sealed interface ParsedSrn {

    record Valid(Srn srn) implements ParsedSrn {}

    /**
     * @param text     what was to be read
     * @param part     the part that is wrong
     * @param found    what stands there, empty if nothing
     * @param expected what should stand there
     */
    record Invalid(String text, Srn.Part part, String found, String expected) implements ParsedSrn {

        /** A sentence for the one who wrote the text. */
        public String message() {
            String where = part == Srn.Part.SHAPE ? "it" : "its " + part.name().toLowerCase(Locale.ROOT);
            return "\"" + shortened(text) + "\" is not an SRN: " + where + " must be " + expected + ", but is "
                    + (found.isEmpty() ? "missing" : "\"" + shortened(found) + "\"");
        }

        private static String shortened(String text) {
            return text.length() <= 120 ? text : text.substring(0, 120) + "…";
        }
    }

    /** The SRN, if it is valid. */
    default Optional<Srn> valid() {
        return switch (this) {
            case Valid(Srn srn) -> Optional.of(srn);
            case Invalid _ -> Optional.empty();
        };
    }
}
