package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.DataFetchingEnvironment;
import io.weft.gateway.subgraph.PlainService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a stitched graph while its services and its configuration change. */
@Timeout(180)
class StitchedReloadTest {

    private static final String REVIEWS = """
            type Query { reviews: [Review!]! slow: String }
            type Review { id: ID! upc: ID }
            """;
    private static final String PRODUCTS = """
            type Query { product(upc: ID!): Product }
            type Product { upc: ID! name: String }
            """;
    private static final String ASKED = "{ reviews { id product { name } } }";
    private static final String ANSWERED = "{\"data\":{\"reviews\":[{\"id\":\"1\",\"product\":{\"name\":\"One\"}}]}}";

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final CountDownLatch slowIsAsked = new CountDownLatch(1);
    private final CountDownLatch slowMayAnswer = new CountDownLatch(1);
    private final PlainService reviews = kept(new PlainService(0, REVIEWS, this::data));

    @AfterEach
    void closeAll() throws Exception {
        slowMayAnswer.countDown();
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void aServiceThatIsIntrospectedChangesAndARequestUnderWayEndsOnTheGraphItBeganWith() throws Exception {
        PlainService products = kept(new PlainService(0, PRODUCTS, this::data));
        RunningGateway gateway = gateway(products.url(), "");
        gateway.until(() -> gateway.post(ASKED).body().equals(ANSWERED));

        CompletableFuture<HttpResponse<String>> underWay = gateway.postAsync("{ slow reviews { product { name } } }");
        assertThat(slowIsAsked.await(60, TimeUnit.SECONDS)).isTrue();
        products.publish(PRODUCTS.replace("name: String", "name: String price: Int"));
        gateway.until(() -> gateway.post("{ reviews { product { price } } }")
                .body()
                .equals("{\"data\":{\"reviews\":[{\"product\":{\"price\":5}}]}}"));
        slowMayAnswer.countDown();

        assertThat(underWay.get(60, TimeUnit.SECONDS).body())
                .isEqualTo("{\"data\":{\"slow\":\"at last\",\"reviews\":[{\"product\":{\"name\":\"One\"}}]}}");
    }

    @Test
    void aChangeThatDoesNotComposeIsRefusedAndShownAndTheOldGraphLivesOn() throws Exception {
        PlainService products = kept(new PlainService(0, PRODUCTS, this::data));
        RunningGateway gateway = gateway(products.url(), "");
        gateway.until(() -> gateway.post(ASKED).body().equals(ANSWERED));

        products.publish(PRODUCTS.replace("product(upc", "productByUpc(upc"));
        gateway.until(() -> health(gateway).contains("MERGE_FIELD_UNKNOWN"));

        assertThat(health(gateway))
                .contains("Product is looked up in products by product: Query has no field product")
                .contains("gateway.yaml:");
        assertThat(gateway.get("/actuator/prometheus", admin()).body())
                .contains("weft_graph_refused{graph=\"default\"} 1.0");
        assertThat(gateway.post("{ reviews { id } }").body()).contains("\"id\":\"1\"");
        products.publish(PRODUCTS);
        gateway.until(() -> !health(gateway).contains("refused"));
        assertThat(gateway.post(ASKED).body()).isEqualTo(ANSWERED);
    }

    @Test
    void aServiceThatIsAwayAtStartIsAddedWithAllThatRefersToItWhenItComes() throws Exception {
        PlainService gone = new PlainService(0, PRODUCTS, this::data);
        gone.close();
        RunningGateway gateway = gateway(gone.url(), "");
        gateway.until(() -> gateway.post("{ reviews { id } }").body().contains("\"id\":\"1\""));
        assertThat(gateway.post(ASKED).body()).contains("GRAPHQL_VALIDATION_FAILED");
        assertThat(gateway.post("{ version }").body()).isEqualTo("{\"data\":{\"version\":\"1\"}}");

        kept(new PlainService(gone.port(), PRODUCTS, this::data));
        gateway.until(() -> gateway.post(ASKED).body().equals(ANSWERED));
    }

    @Test
    void theConfigurationFileIsWatchedAndOneThatMakesNoSenseIsRefused() throws Exception {
        PlainService products = kept(new PlainService(0, PRODUCTS, this::data));
        RunningGateway gateway = gateway(products.url(), "");
        gateway.until(() -> gateway.post(ASKED).body().equals(ANSWERED));

        write(configuration(products.url()).replace("constant: \"1\"", "constant: \"2\""));
        gateway.until(() -> gateway.post("{ version }").body().equals("{\"data\":{\"version\":\"2\"}}"));
        write(configuration(products.url()).replace("constant: \"1\"", "konstant: \"3\""));
        gateway.until(() -> health(gateway).contains("has no 'konstant'; did you mean constant?"));

        assertThat(gateway.post("{ version }").body()).isEqualTo("{\"data\":{\"version\":\"2\"}}");
    }

    private @Nullable Object data(DataFetchingEnvironment environment) throws InterruptedException {
        return switch (environment.getField().getName()) {
            case "reviews" -> List.of(Map.of("id", "1", "upc", "p1"));
            case "product" -> Map.of("upc", "p1", "name", "One", "price", 5);
            case "slow" -> {
                slowIsAsked.countDown();
                yield slowMayAnswer.await(60, TimeUnit.SECONDS) ? "at last" : null;
            }
            default ->
                Objects.requireNonNull(environment.<Map<?, ?>>getSource())
                        .get(environment.getField().getName());
        };
    }

    private RunningGateway gateway(String productsUrl, String more) throws IOException {
        Path file = write(configuration(productsUrl) + more);
        return kept(RunningGateway.start("--weft.serve.config=" + file));
    }

    private Path write(String configuration) throws IOException {
        return Files.writeString(folder.resolve("gateway.yaml"), configuration);
    }

    private String configuration(String productsUrl) {
        return """
                reload: { interval: 50ms, introspection-interval: 50ms, first-wait: 200ms }
                typeDefs: |
                  extend type Review { product: Product }
                  extend type Query { version: String! }
                resolvers:
                  Review.product: { key: "upc: $key.upc" }
                  Query.version: { constant: "1" }
                subgraphs:
                  - { name: reviews, url: "%s", schema: introspection, dialect: stitching, required: true }
                  - name: products
                    url: %s
                    schema: introspection
                    merge:
                      Product: { selectionSet: "{ upc }", fieldName: product, args: "upc: $key.upc" }
                """.formatted(reviews.url(), productsUrl);
    }

    private static String health(RunningGateway gateway) {
        return gateway.get("/actuator/health/graph", admin()).body();
    }

    private static Map<String, String> admin() {
        return Map.of(
                "Authorization", "Bearer " + RunningGateway.token(Map.of("sub", "root", "roles", List.of("ADMIN"))));
    }

    private <C extends AutoCloseable> C kept(C closeable) {
        open.add(closeable);
        return closeable;
    }
}
