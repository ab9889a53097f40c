package io.weft.postgres.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A running PostgreSQL server, and whoever may do everything on it. */
record Server(String host, int port, String maintenanceDatabase, Login superuser) {

    static Server at(String url) {
        URI uri = URI.create(url);
        String userInfo = uri.getRawUserInfo();
        if (uri.getHost() == null || userInfo == null || !userInfo.contains(":")) {
            throw new IllegalArgumentException(
                    PrivateCluster.URL_VARIABLE + " must look like postgresql://superuser:password@host:5432/postgres");
        }
        String[] parts = userInfo.split(":", 2);
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        return new Server(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.isEmpty() ? "postgres" : path,
                new Login(decoded(parts[0]), decoded(parts[1])));
    }

    String url(String database) {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    Connection connect(String database, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.username());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "weft tests");
        return DriverManager.getConnection("jdbc:" + url(database), properties);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
