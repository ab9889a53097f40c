package io.weft.postgres.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is and as whom the service works in it.
 *
 * @param url                 {@code postgresql://host:port/database}
 * @param schema              the schema this service owns
 * @param owner               the role that owns the schema: migrations and DDL, nothing else
 * @param service             the role of all requests: it owns nothing, row-level security decides what it sees
 * @param poolSize            how many connections requests share
 * @param statementTimeout    how long a statement of a request may run
 * @param bulkTimeout         how long a statement of a bulk load may run
 * @param prerequisites       tables of other services that must exist before this one migrates, as {@code schema.table}
 * @param prerequisiteTimeout how long to wait for them at start
 */
@ConfigurationProperties(value = "weft.database", ignoreUnknownFields = false)
public record DatabaseSettings(
        @DefaultValue("postgresql://localhost:54320/weft") URI url,
        String schema,
        Credentials owner,
        Credentials service,
        @DefaultValue("10") int poolSize,
        @DefaultValue("PT30S") Duration statementTimeout,
        @DefaultValue("PT10M") Duration bulkTimeout,
        @DefaultValue List<String> prerequisites,
        @DefaultValue("PT2M") Duration prerequisiteTimeout) {

    /** A login role and its password; none where the server trusts the connection. */
    public record Credentials(String username, @Nullable String password) {
        @Override
        public String toString() {
            return username;
        }
    }

    public DatabaseSettings {
        if (!"postgresql".equals(url.getScheme())
                || url.getHost() == null
                || url.getPath() == null
                || url.getPath().length() < 2) {
            throw new IllegalArgumentException(
                    "weft.database.url must look like postgresql://host:port/database, not " + url);
        }
        if (!schema.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "weft.database.schema must be a lower-case identifier, not \"" + schema + "\"");
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("weft.database.pool-size must be at least 1, not " + poolSize);
        }
        prerequisites = List.copyOf(prerequisites);
    }

    String host() {
        return url.getHost();
    }

    int port() {
        return url.getPort() < 0 ? 5432 : url.getPort();
    }

    String database() {
        return url.getPath().substring(1);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database();
    }
}
