package io.weft.gateway.composition.problem;

import java.util.Objects;
import java.util.Optional;

/**
 * A schema coordinate: {@code Type}, {@code Type.member}, {@code Type.field(argument:)} or {@code @directive}.
 *
 * @param type     a type's name, or a directive's with its {@code @}
 * @param member   a field, input field or enum value
 * @param argument an argument of the field
 */
public record Coordinate(String type, Optional<String> member, Optional<String> argument) {
    public Coordinate {
        Objects.requireNonNull(type);
        if (argument.isPresent() && member.isEmpty()) {
            throw new IllegalArgumentException("an argument without a field: " + argument.get());
        }
    }

    public static Coordinate of(String type) {
        return new Coordinate(type, Optional.empty(), Optional.empty());
    }

    public static Coordinate of(String type, String member) {
        return new Coordinate(type, Optional.of(member), Optional.empty());
    }

    public static Coordinate of(String type, String member, String argument) {
        return new Coordinate(type, Optional.of(member), Optional.of(argument));
    }

    @Override
    public String toString() {
        return type
                + member.map(name -> "." + name).orElse("")
                + argument.map(name -> "(" + name + ":)").orElse("");
    }
}
