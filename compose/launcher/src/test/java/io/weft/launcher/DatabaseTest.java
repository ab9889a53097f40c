package io.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @Test
    void user_and_password_of_a_url_may_hold_any_character() {
        assertThat(Database.given("postgresql://boss:p%40ss%2Fw+rd@db.example:5433/archive"))
                .contains(new Database("db.example", 5433, "archive", "boss", "p@ss/w+rd", true));
        assertThat(Database.given("postgres://boss@db.example/archive"))
                .contains(new Database("db.example", 5432, "archive", "boss", "", true));
        assertThat(Database.given(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:5432/weft",
                "mysql://a:b@localhost/weft",
                "postgresql://localhost/weft",
                "postgresql://a:b@localhost"
            })
    void a_url_that_says_too_little_is_refused_with_the_form_it_must_have(String url) {
        assertThatThrownBy(() -> Database.given(url))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("WEFT_DATABASE_URL must look like postgresql://user:password@host:5432/weft");
    }

    @Test
    void a_server_that_accepts_and_says_nothing_is_given_up(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("compose/database"));
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Database database = Database.given("postgresql://boss:secret@127.0.0.1:" + silent.getLocalPort() + "/weft")
                    .orElseThrow();
            Workspace workspace = Workspace.of(folder, folder.resolve("state"), folder);
            assertThatThrownBy(() -> database.prepare(workspace, Secrets.of(workspace)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("127.0.0.1:" + silent.getLocalPort(), "WEFT_DATABASE_URL")
                    .hasMessageNotContaining("secret");
        }
    }
}
