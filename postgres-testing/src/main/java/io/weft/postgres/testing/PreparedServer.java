package io.weft.postgres.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server of this JVM's tests with a template database in it that bootstrap.sql has prepared. Roles belong to a whole server, so all
 * databases share them: their passwords follow from the superuser's, and JVMs that share a server agree on them without talking.
 */
final class PreparedServer {

    private static final long ADVISORY_LOCK = 7241004;
    private static final List<String> SERVICES = List.of("records", "metadata", "features", "search");

    private static final class Holder {
        static final PreparedServer INSTANCE = new PreparedServer();
    }

    private final Server server;
    private final String bootstrap;
    private final String template;
    private final AtomicInteger databases = new AtomicInteger();
    private final List<String> created = new ArrayList<>();

    private PreparedServer() {
        Optional<String> url =
                Optional.ofNullable(System.getenv(PrivateCluster.URL_VARIABLE)).filter(value -> !value.isBlank());
        this.bootstrap = read(Checkout.folder().resolve("compose/database/bootstrap.sql"));
        this.template = "weft_template_" + sha256(bootstrap).substring(0, 12);
        this.server = url.map(Server::at).orElseGet(() -> new PrivateCluster().start());
        if (url.isPresent()) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::dropCreated));
        }
        try {
            prepareTemplate();
        } catch (SQLException e) {
            throw new IllegalStateException("The test database server could not be prepared", e);
        }
    }

    static PreparedServer instance() {
        return Holder.INSTANCE;
    }

    Server server() {
        return server;
    }

    Login login(String role) {
        return new Login(role, sha256(server.superuser().password() + ":" + role));
    }

    String createDatabase() throws SQLException {
        String name = "weft_test_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        try (Connection connection = server.connect(server.maintenanceDatabase(), server.superuser());
                Statement statement = connection.createStatement()) {
            locked(statement, () -> {
                statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
                statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
            });
        }
        synchronized (created) {
            created.add(name);
        }
        // A template does not pass on what is granted on the database itself.
        runBootstrap(name);
        return name;
    }

    private void prepareTemplate() throws SQLException {
        try (Connection connection = server.connect(server.maintenanceDatabase(), server.superuser());
                Statement statement = connection.createStatement()) {
            locked(statement, () -> {
                try (var found = statement.executeQuery(
                        "SELECT FROM pg_database WHERE datname = '" + template + "' AND datistemplate")) {
                    if (found.next()) {
                        return;
                    }
                }
                statement.execute("DROP DATABASE IF EXISTS " + template + " WITH (FORCE)");
                statement.execute("CREATE DATABASE " + template + " TEMPLATE template0");
                runBootstrap(template);
                for (String service : SERVICES) {
                    for (Login login : List.of(login(service + "_owner"), login(service + "_service"))) {
                        statement.execute("ALTER ROLE " + login.username() + " PASSWORD '" + login.password() + "'");
                    }
                }
                statement.execute("ALTER DATABASE " + template + " IS_TEMPLATE true");
            });
        }
    }

    private void runBootstrap(String database) throws SQLException {
        try (Connection connection = server.connect(database, server.superuser());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(bootstrap);
            connection.commit();
        }
    }

    private void dropCreated() {
        try (Connection connection = server.connect(server.maintenanceDatabase(), server.superuser());
                Statement statement = connection.createStatement()) {
            for (String name : List.copyOf(created)) {
                statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            System.err.println("weft tests: databases were left on " + server.host() + ": " + created + ": " + e);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** One JVM at a time on a shared server: a template that is connected to cannot be copied, roles cannot be altered at once. */
    private static void locked(Statement statement, Work work) throws SQLException {
        statement.execute("SELECT pg_advisory_lock(" + ADVISORY_LOCK + ")");
        try {
            work.run();
        } finally {
            statement.execute("SELECT pg_advisory_unlock(" + ADVISORY_LOCK + ")");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
