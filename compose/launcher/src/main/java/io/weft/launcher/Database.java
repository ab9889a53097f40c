package io.weft.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The database of an archive, seen by whoever may prepare it.
 *
 * @param host     the server
 * @param port     its port
 * @param name     the database, made if missing
 * @param user     a superuser, or at least one who may create roles, schemas and extensions
 * @param password the user's password
 * @param given    whether {@code WEFT_DATABASE_URL} named it, or it is the clone's own
 */
record Database(String host, int port, String name, String user, String password, boolean given) {
    static final String VARIABLE = "WEFT_DATABASE_URL";
    /** What is not PostgreSQL may accept a connection and say nothing; the clone's own server is only slow, where a machine is busy. */
    private static final String PATIENCE_SECONDS = "5";

    private static final String PATIENCE_SECONDS_WITH_OWN = "60";
    private static final String UNKNOWN_DATABASE = "3D000";

    static Optional<Database> given(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        String form = VARIABLE + " must look like postgresql://user:password@host:5432/weft";
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new Problem(form + " (" + e.getMessage() + ")", e);
        }
        String userInfo = uri.getRawUserInfo();
        boolean scheme = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!scheme
                || uri.getHost() == null
                || userInfo == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw new Problem(form);
        }
        String[] user = userInfo.split(":", 2);
        return Optional.of(new Database(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                uri.getPath().substring(1),
                decoded(user[0]),
                user.length > 1 ? decoded(user[1]) : "",
                true));
    }

    static Database ownCluster(Workspace workspace, Ports ports) {
        try {
            String password =
                    Files.readString(workspace.cluster().resolve("password")).strip();
            return new Database("127.0.0.1", ports.of(Part.POSTGRESQL), "weft", "postgres", password, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without credentials. */
    String url() {
        return "postgresql://" + host + ":" + port + "/" + name;
    }

    /** Creates the database if missing, runs bootstrap.sql, gives the services' roles their passwords. */
    void prepare(Workspace workspace, Secrets secrets) {
        try {
            createIfMissing();
            String bootstrap = Files.readString(workspace.script("database/bootstrap.sql"));
            try (Connection connection = connect(name);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                // Roles belong to the whole server: another archive on it may be starting too.
                statement.execute("SELECT pg_advisory_xact_lock(7241004)");
                statement.execute(bootstrap);
                for (Part service : Part.services()) {
                    for (String role : List.of(service.label() + "_owner", service.label() + "_service")) {
                        statement.execute("ALTER ROLE " + role + " PASSWORD '" + secrets.password(role) + "'");
                    }
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw new Problem(
                    "The database " + url() + " cannot be prepared as user " + user + ": " + e.getMessage()
                            + (given
                                    ? "\n  It comes from " + VARIABLE
                                            + "; it must be PostgreSQL 15 or newer with the extensions vector (0.8 or newer), pg_trgm and unaccent,"
                                            + " and a user who may create roles, schemas and extensions"
                                    : ""),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createIfMissing() throws SQLException {
        try (Connection connection = connect(name)) {
            connection.isValid(5);
        } catch (SQLException e) {
            if (!UNKNOWN_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
            try (Connection connection = connect("postgres");
                    Statement statement = connection.createStatement();
                    ResultSet quoted =
                            statement.executeQuery("SELECT quote_ident('" + name.replace("'", "''") + "')")) {
                quoted.next();
                String identifier = quoted.getString(1);
                try (Statement create = connection.createStatement()) {
                    create.execute("CREATE DATABASE " + identifier + " ENCODING 'UTF8' TEMPLATE template0");
                }
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "weft launcher");
        String patience = given ? PATIENCE_SECONDS : PATIENCE_SECONDS_WITH_OWN;
        properties.setProperty("connectTimeout", patience);
        properties.setProperty("loginTimeout", patience);
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + database, properties);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return url();
    }
}
