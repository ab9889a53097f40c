package io.weft.contracts;

/** What a question's {@link HeaderNames#DATA_VERSION} asks about the data that the answer is made of. */
public sealed interface VersionWish {

    /** Nothing. */
    record Nothing() implements VersionWish {}

    /** Their version, if it is known anyway. */
    record IfKnown() implements VersionWish {}

    /** Their version. */
    record Always() implements VersionWish {}

    /** Their version; and no answer, but {@code 204 No Content}, if it still is this one. */
    record Unless(DataVersion version) implements VersionWish {}

    /** Of the header's value. */
    default String text() {
        return switch (this) {
            case Nothing _ -> "";
            case IfKnown _ -> "if-known";
            case Always _ -> "always";
            case Unless(DataVersion version) -> version.text();
        };
    }

    /** Nothing if it is not what {@link #text} writes. */
    static VersionWish parse(String text) {
        return switch (text) {
            case "if-known" -> new IfKnown();
            case "always" -> new Always();
            default -> DataVersion.parse(text).<VersionWish>map(Unless::new).orElseGet(Nothing::new);
        };
    }
}
