package io.weft.postgres.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A fresh PostgreSQL database with roles, schemas and extensions as {@code compose/database/bootstrap.sql} makes them, for one test class:
 *
 * <pre>{@code
 * private static final TestDatabase DATABASE = TestDatabase.create();
 *
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *     DATABASE.settings("records").forEach((name, value) -> registry.add(name, () -> value));
 * }
 * }</pre>
 *
 * <p>The first one of a JVM starts the clone's private PostgreSQL (fetching and compiling it where that never happened) on a free port; all
 * share that server. Server and databases are gone when the JVM ends. {@code WEFT_TEST_DATABASE_URL}
 * ({@code postgresql://superuser:password@host:port/postgres}) uses a running server instead: a throw-away one, because the passwords of
 * Weft's roles are changed there.
 */
public final class TestDatabase {

    private final PreparedServer prepared;
    private final String name;

    private TestDatabase(PreparedServer prepared, String name) {
        this.prepared = prepared;
        this.name = name;
    }

    /**
     * Creates a database.
     *
     * @throws IllegalStateException if no server can be had; the message says why and what to do
     */
    public static TestDatabase create() {
        PreparedServer prepared = PreparedServer.instance();
        try {
            return new TestDatabase(prepared, prepared.createDatabase());
        } catch (SQLException e) {
            throw new IllegalStateException("A test database could not be created", e);
        }
    }

    /** The database's name. */
    public String name() {
        return name;
    }

    /** {@code 127.0.0.1}, unless another server was asked for. */
    public String host() {
        return prepared.server().host();
    }

    /** The server's TCP port. */
    public int port() {
        return prepared.server().port();
    }

    /** {@code postgresql://host:port/name}, without credentials: the form of the setting {@code weft.database.url}. */
    public String url() {
        return prepared.server().url(name);
    }

    /** {@code jdbc:postgresql://host:port/name}. */
    public String jdbcUrl() {
        return "jdbc:" + url();
    }

    /** Who may do everything, past row-level security too. */
    public Login superuser() {
        return prepared.server().superuser();
    }

    /** {@code <service>_owner}: owns the service's schema; for migrations. */
    public Login owner(String service) {
        return prepared.login(service + "_owner");
    }

    /** {@code <service>_service}: owns nothing; what the running service logs in as. */
    public Login service(String service) {
        return prepared.login(service + "_service");
    }

    /** The settings {@code weft.database.*} of one of the four services for this database. */
    public Map<String, String> settings(String service) {
        return Map.of(
                "weft.database.url", url(),
                "weft.database.owner.username", owner(service).username(),
                "weft.database.owner.password", owner(service).password(),
                "weft.database.service.username", service(service).username(),
                "weft.database.service.password", service(service).password());
    }

    /** A new JDBC connection, the caller's to close. */
    public Connection connect(Login login) throws SQLException {
        return prepared.server().connect(name, login);
    }

    /** Runs statements, separated by semicolons, in one transaction. */
    public void execute(Login login, String sql) throws SQLException {
        try (Connection connection = connect(login);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }
}
