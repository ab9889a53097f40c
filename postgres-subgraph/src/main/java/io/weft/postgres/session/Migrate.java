package io.weft.postgres.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the service's schema up to date as its owner, from {@code db/migration} on the class path, once the tables of
 * other services it needs are there. Blocks; meant for the start of the process.
 */
public final class Migrate {

    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final DatabaseSettings settings;

    public Migrate(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** @throws IllegalStateException when the database or a needed table does not appear in time */
    public void run() {
        awaitPrerequisites();
        Flyway flyway = Flyway.configure()
                .dataSource(
                        settings.jdbcUrl(),
                        settings.owner().username(),
                        settings.owner().password())
                .schemas(settings.schema())
                .defaultSchema(settings.schema())
                .createSchemas(false)
                .locations("classpath:db/migration")
                .load();
        // Tables that somebody else makes and this service only publishes need no history here.
        if (flyway.info().all().length > 0) {
            flyway.migrate();
        }
    }

    private void awaitPrerequisites() {
        Instant deadline = Instant.now().plus(settings.prerequisiteTimeout());
        String announced = "";
        while (true) {
            String missing = missing();
            if (missing.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("gave up after " + settings.prerequisiteTimeout() + ": " + missing
                        + ". Start the service that owns it, or raise weft.database.prerequisite-timeout");
            }
            if (!missing.equals(announced)) {
                LOG.info("waiting up to {}: {}", settings.prerequisiteTimeout(), missing);
                announced = missing;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** What is not there yet, as a sentence; empty when nothing is missing. */
    private String missing() {
        Properties login = new Properties();
        login.setProperty("user", settings.owner().username());
        if (settings.owner().password() != null) {
            login.setProperty("password", settings.owner().password());
        }
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), login);
                PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            for (String table : settings.prerequisites()) {
                statement.setString(1, table);
                try (ResultSet result = statement.executeQuery()) {
                    if (!result.next() || !result.getBoolean(1)) {
                        tables.add(table);
                    }
                }
            }
        } catch (SQLException e) {
            return "the database at " + settings.url() + " refuses " + settings.owner() + " (" + e.getMessage() + ")";
        }
        return tables.isEmpty() ? "" : "the database has no table " + String.join(", ", tables) + " yet";
    }
}
