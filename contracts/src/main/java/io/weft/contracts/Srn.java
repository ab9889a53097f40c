package io.weft.contracts;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a thing of the archive: {@code urn:osa:{domain}:{type}:{id}[@version]}. A value is always in its normal
 * form: trimmed and lower-case.
 *
 * @param domain  the DNS name of the archive
 * @param type    what kind of thing it is
 * @param id      its name within domain and type
 * @param version as {@link Type#versions} demands
 */
public record Srn(String domain, Type type, String id, Optional<String> version) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{3,64}");
    private static final int LONGEST_DOMAIN = 253;

    /** The kinds of things that have a name, with the rule for their version. */
    public enum Type {
        REC("rec", Versions.INTEGER),
        DEP("dep", Versions.NONE),
        SCHEMA("schema", Versions.SEMANTIC),
        ONTO("onto", Versions.SEMANTIC),
        CONV("conv", Versions.OPTIONAL_SEMANTIC),
        SNAP("snap", Versions.NONE),
        EVT("evt", Versions.NONE),
        VAL("val", Versions.NONE);

        private final String text;
        private final Versions versions;

        Type(String text, Versions versions) {
            this.text = text;
            this.versions = versions;
        }

        /** How the type is written within an SRN. */
        public String text() {
            return text;
        }

        /** What the version of such an SRN must be. */
        public Versions versions() {
            return versions;
        }

        static Optional<Type> of(String text) {
            for (Type type : values()) {
                if (type.text.equals(text)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }

    /** The rules for versions. */
    public enum Versions {
        NONE("no version"),
        INTEGER("a version that is an integer from 1 to 2147483647 without leading zeros, such as @1"),
        SEMANTIC("a semantic version, such as @1.0.0"),
        OPTIONAL_SEMANTIC("no version or a semantic version, such as @1.0.0");

        private final String expected;

        Versions(String expected) {
            this.expected = expected;
        }

        /** The rule as a phrase for a message. */
        public String expected() {
            return expected;
        }

        boolean allows(Optional<String> version) {
            return switch (this) {
                case NONE -> version.isEmpty();
                case INTEGER -> version.filter(Versions::isInteger).isPresent();
                case SEMANTIC -> version.filter(SemanticVersion::isValid).isPresent();
                case OPTIONAL_SEMANTIC -> version.isEmpty() || SemanticVersion.isValid(version.get());
            };
        }

        private static boolean isInteger(String version) {
            return version.matches("[1-9][0-9]{0,9}") && Long.parseLong(version) <= Integer.MAX_VALUE;
        }
    }

    /** The parts of an SRN, as errors name them. */
    public enum Part {
        SHAPE,
        DOMAIN,
        TYPE,
        ID,
        VERSION
    }

    /** @throws IllegalArgumentException if a part breaks its rule; text from outside goes through {@link #parse} */
    public Srn {
        Objects.requireNonNull(type);
        if (!isDomain(domain)) {
            throw new IllegalArgumentException("not the domain of an SRN: " + domain);
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of an SRN: " + id);
        }
        if (!type.versions.allows(version)) {
            throw new IllegalArgumentException(type.text + " needs " + type.versions.expected + ", not " + version);
        }
    }

    /** Reads what {@link #toString} writes; spaces around it and upper-case letters are forgiven. Never throws. */
    public static ParsedSrn parse(String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT);
        String[] parts = normal.split(":", -1);
        if (parts.length != 5 || !parts[0].equals("urn") || !parts[1].equals("osa")) {
            return new ParsedSrn.Invalid(text, Part.SHAPE, normal, "urn:osa:{domain}:{type}:{id}[@version]");
        }
        if (!isDomain(parts[2])) {
            return new ParsedSrn.Invalid(
                    text,
                    Part.DOMAIN,
                    parts[2],
                    "a DNS name without port, such as archive.university.edu or localhost");
        }
        Optional<Type> type = Type.of(parts[3]);
        if (type.isEmpty()) {
            return new ParsedSrn.Invalid(
                    text, Part.TYPE, parts[3], "one of rec, dep, schema, onto, conv, snap, evt, val");
        }
        int at = parts[4].indexOf('@');
        String id = at < 0 ? parts[4] : parts[4].substring(0, at);
        Optional<String> version = at < 0 ? Optional.empty() : Optional.of(parts[4].substring(at + 1));
        if (!ID.matcher(id).matches()) {
            return new ParsedSrn.Invalid(text, Part.ID, id, "3 to 64 of the characters a-z, 0-9 and -");
        }
        Versions versions = type.get().versions;
        if (!versions.allows(version)) {
            return new ParsedSrn.Invalid(
                    text,
                    Part.VERSION,
                    version.map(found -> "@" + found).orElse(""),
                    versions.expected + ", as the type is " + type.get().text);
        }
        return new ParsedSrn.Valid(new Srn(parts[2], type.get(), id, version));
    }

    /** The same name without its version: what all versions of a thing have in common. */
    public String withoutVersion() {
        return "urn:osa:" + domain + ":" + type.text + ":" + id;
    }

    @Override
    public String toString() {
        return withoutVersion() + version.map(found -> "@" + found).orElse("");
    }

    private static boolean isDomain(String domain) {
        if (domain.length() > LONGEST_DOMAIN) {
            return false;
        }
        for (String label : domain.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }
}
