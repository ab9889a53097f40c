package io.weft.postgres.session;

import io.weft.postgres.testing.Login;
import io.weft.postgres.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A service's settings for a test's database. */
final class ServiceSettings {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private ServiceSettings() {}

    /** @param port the server's, or of a proxy before it */
    static DatabaseSettings of(TestDatabase database, int port, int connections) {
        Login login = database.service("records");
        DatabaseSettings.Credentials service = new DatabaseSettings.Credentials(login.username(), login.password());
        return new DatabaseSettings(
                URI.create("postgresql://" + database.host() + ":" + port + "/" + database.name()),
                "records",
                service,
                service,
                connections,
                TIMEOUT,
                TIMEOUT,
                List.of(),
                TIMEOUT);
    }
}
