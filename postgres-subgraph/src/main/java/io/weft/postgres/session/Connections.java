package io.weft.postgres.session;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.weft.http.server.EventLoops;
import java.time.Duration;
import java.util.Map;

/** Opens connections to the database as one of the service's two roles. */
public final class Connections {

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int STATEMENTS_KEPT = 256;
    private static final int OWNER_CONNECTIONS = 3;

    private Connections() {}

    /** Pooled connections for requests. */
    public static ConnectionPool service(DatabaseSettings settings, String applicationName) {
        return pool(unpooled(settings, settings.service(), applicationName), settings.poolSize());
    }

    /** Few pooled connections for DDL; none is open while nobody registers anything. */
    public static ConnectionPool owner(DatabaseSettings settings, String applicationName) {
        return pool(unpooled(settings, settings.owner(), applicationName + " (owner)"), OWNER_CONNECTIONS);
    }

    /** Single connections, for what holds one as long as it lives. */
    public static PostgresqlConnectionFactory unpooled(
            DatabaseSettings settings, DatabaseSettings.Credentials credentials, String applicationName) {
        var configuration = PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.database())
                .username(credentials.username())
                .applicationName(applicationName)
                .connectTimeout(CONNECT)
                .preparedStatementCacheQueries(STATEMENTS_KEPT)
                .tcpKeepAlive(true)
                .loopResources(EventLoops.shared())
                .timeZone("UTC")
                .options(Map.of(
                        "DateStyle", "ISO, YMD",
                        "IntervalStyle", "iso_8601",
                        "lc_monetary", "C",
                        "bytea_output", "hex"));
        if (credentials.password() != null) {
            configuration.password(credentials.password());
        }
        return new PostgresqlConnectionFactory(configuration.build());
    }

    /** Who waits for a connection says how long: the pool would have a thread of its own woken for each. */
    private static ConnectionPool pool(PostgresqlConnectionFactory factory, int size) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(size)
                .maxIdleTime(IDLE)
                .acquireRetry(0)
                .build());
    }
}
