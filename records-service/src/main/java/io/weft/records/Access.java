package io.weft.records;

import io.weft.postgres.problem.Refusal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may read a record, beside its owner and curators. */
sealed interface Access {

    record Everybody() implements Access {}

    record Nobody() implements Access {}

    record EverybodyFrom(OffsetDateTime moment) implements Access {}

    /** As the column {@code readable_from} holds it. */
    default String readableFrom() {
        return switch (this) {
            case Everybody() -> "-infinity";
            case Nobody() -> "infinity";
            case EverybodyFrom(OffsetDateTime moment) ->
                moment.withOffsetSameInstant(ZoneOffset.UTC).toString();
        };
    }

    /** Empty if the input says nothing about it. @throws Refusal if what it says makes no sense */
    static Optional<Access> read(Map<String, ? extends @Nullable Object> input, String place) {
        Object visibility = input.get("visibility");
        Object until = input.get("embargoedUntil");
        if (visibility == null && until == null) {
            return Optional.empty();
        }
        String name = visibility == null ? "PUBLIC" : visibility.toString().toUpperCase(Locale.ROOT);
        if (until != null && !name.equals("EMBARGOED")) {
            throw Refusal.input(place + "embargoedUntil goes with visibility EMBARGOED only, not with " + name);
        }
        return Optional.of(
                switch (name) {
                    case "PUBLIC" -> new Everybody();
                    case "RESTRICTED" -> new Nobody();
                    case "EMBARGOED" -> new EverybodyFrom(moment(until, place));
                    default ->
                        throw Refusal.input(place + "visibility must be PUBLIC, RESTRICTED or EMBARGOED, not \""
                                + visibility + "\"");
                });
    }

    private static OffsetDateTime moment(@Nullable Object until, String place) {
        try {
            return switch (until) {
                case null -> throw Refusal.input(place + "EMBARGOED needs embargoedUntil");
                case OffsetDateTime moment -> moment;
                default -> OffsetDateTime.parse(until.toString());
            };
        } catch (DateTimeParseException _) {
            throw Refusal.input(place + "embargoedUntil must be a moment with its offset, such as"
                    + " 2026-01-31T12:00:00Z, not \"" + until + "\"");
        }
    }
}
