package io.weft.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Sinks;

class ReusedConnectionTest {

    private static final LinkedBlockingQueue<Sinks.One<String>> WAITING = new LinkedBlockingQueue<>();

    private static ConfigurableApplicationContext server;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Server {
        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route()
                    .GET("/later", _ -> {
                        Sinks.One<String> answer = Sinks.one();
                        WAITING.add(answer);
                        return answer.asMono()
                                .flatMap(text -> ServerResponse.ok().bodyValue(text));
                    })
                    .GET("/now", _ -> ServerResponse.ok().bodyValue("now"))
                    .POST("/refused", _ -> ServerResponse.badRequest().bodyValue("refused"))
                    .build();
        }
    }

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(Server.class).run("--server.port=0");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_connection_reads_on_after_a_request_that_arrived_while_another_was_being_answered() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            for (int round = 0; round < 20; round++) {
                send(out, get("/later") + get("/now"));
                WAITING.take().tryEmitValue("later").orThrow();
                assertThat(answer(in)).as("round %d", round).isEqualTo("later");
                assertThat(answer(in)).as("round %d", round).isEqualTo("now");
                send(out, get("/now"));
                assertThat(answer(in)).as("round %d", round).isEqualTo("now");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 100_000, 3_000_000})
    void a_connection_survives_requests_whose_bodies_nobody_read(int length) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            for (int round = 0; round < 20; round++) {
                send(out, "POST /refused HTTP/1.1\r\nHost: weft\r\nContent-Length: " + length + "\r\n\r\n");
                send(out, "x".repeat(length));
                send(out, get("/now"));
                assertThat(answer(in)).as("round %d", round).isEqualTo("refused");
                assertThat(answer(in)).as("round %d", round).isEqualTo("now");
                send(out, get("/now"));
                assertThat(answer(in)).as("round %d", round).isEqualTo("now");
            }
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(
                "localhost", server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: weft\r\n\r\n";
    }

    private static void send(OutputStream out, String bytes) throws IOException {
        out.write(bytes.getBytes(US_ASCII));
        out.flush();
    }

    private static String answer(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        char[] body = new char[length];
        for (int read = 0; read < length; ) {
            int more = in.read(body, read, length - read);
            if (more < 0) {
                throw new IOException("the connection ended within a body");
            }
            read += more;
        }
        return new String(body);
    }
}
