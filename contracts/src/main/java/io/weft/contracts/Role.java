package io.weft.contracts;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. Each role includes the ones before it. */
public enum Role {
    /** May read what is public. */
    PUBLIC(0),
    /** May publish, and change what is theirs. */
    DEPOSITOR(10),
    /** May read and change everybody's. */
    CURATOR(20),
    /** May also register schemas, hooks and vectors. */
    ADMIN(30),
    /** May do everything. */
    SUPERADMIN(40);

    private final int rank;

    Role(int rank) {
        this.rank = rank;
    }

    /** The number the database's row rules compare. */
    public int rank() {
        return rank;
    }

    public boolean includes(Role other) {
        return rank >= other.rank;
    }

    /** The one that includes all others; PUBLIC if there is none. */
    public static Role highest(Collection<Role> roles) {
        Role highest = PUBLIC;
        for (Role role : roles) {
            highest = role.includes(highest) ? role : highest;
        }
        return highest;
    }

    /** The role of this name in any letter case; empty if there is none. */
    public static Optional<Role> named(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        for (Role role : values()) {
            if (role.name().equals(upper)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
