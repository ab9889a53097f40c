package io.weft.postgres.testing;

/**
 * A PostgreSQL role that can log in.
 *
 * @param username the role's name
 * @param password its password, never empty
 */
public record Login(String username, String password) {

    @Override
    public String toString() {
        return "Login[" + username + "]";
    }
}
