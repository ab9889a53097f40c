package io.weft.gateway.application;

import io.weft.gateway.composition.subgraph.Dialect;
import io.weft.gateway.configuration.StitchingSettings;
import io.weft.gateway.reload.SchemaSource;
import io.weft.gateway.resilience.ResilienceSettings;
import io.weft.gateway.stitching.StitchedService;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.transport.subgraph.ConnectionSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * One subgraph. What is left out is as {@code weft.gateway.connection} and {@code weft.gateway.resilience} say for all.
 *
 * @param name           stands in plans, errors and metrics; the name the service knows itself by
 * @param url            where it answers
 * @param schema         where its SDL comes from; without it the subgraph is asked
 * @param dialect        how it says by what its objects are found; without it, stitching where there is something to
 *                       merge by or its schema is introspected or a field, and federation otherwise
 * @param required       whether there is no graph without it
 * @param trustedHeaders whether it is told who asks, in signed headers; off for services of somebody else
 * @param timeout        see {@link ResilienceSettings#timeout()}
 * @param maxConcurrent  see {@link ResilienceSettings#maxConcurrent()}
 * @param retries        see {@link ResilienceSettings#retries()}
 * @param circuit        see {@link ResilienceSettings#circuit()}; replaces the whole section
 * @param maxConnections see {@link ConnectionSettings#max()}
 * @param maxResponse    see {@link ConnectionSettings#maxResponse()}
 * @param subscriptions  how it is subscribed at
 * @param compression    see {@link ConnectionSettings#compression()}
 */
public record SubgraphProperties(
        @Nullable String name,
        @Nullable URI url,
        @Nullable SchemaProperties schema,
        @Nullable DialectName dialect,
        @DefaultValue("false") boolean required,
        @DefaultValue("true") boolean trustedHeaders,
        @Nullable Duration timeout,
        @Nullable Integer maxConcurrent,
        @Nullable Integer retries,
        ResilienceSettings.@Nullable Circuit circuit,
        @Nullable Integer maxConnections,
        @Nullable DataSize maxResponse,
        SubscriptionProperties.@Nullable At subscriptions,
        @Nullable Boolean compression) {

    public SubgraphProperties {
        if (name == null || !name.matches("[A-Za-z][A-Za-z0-9_-]{0,62}")) {
            throw new IllegalArgumentException("a subgraph's name is '" + name
                    + "': it must begin with a letter and have 1 to 63 letters, digits, dashes and underscores");
        }
    }

    /** @param composed whether it is composed here, or refines a subgraph of a supergraph SDL */
    void check(boolean composed) {
        boolean absolute = url != null
                && url.getHost() != null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        if (!absolute && (composed || url != null)) {
            throw new IllegalArgumentException("the url of subgraph '" + name + "' is '" + url
                    + "': it must be absolute, such as http://localhost:4001/graphql");
        }
        if (!composed && schema != null) {
            throw new IllegalArgumentException("subgraph '" + name + "' has a schema of its own, but the graph is"
                    + " composed already, by the supergraph SDL: leave one of them out");
        }
    }

    /** Where it answers, if not where a supergraph SDL says. */
    Optional<URI> movedTo() {
        return Optional.ofNullable(url);
    }

    Optional<SubscriptionProperties.At> subscribedAt() {
        return Optional.ofNullable(subscriptions);
    }

    SubgraphName subgraph() {
        return new SubgraphName(Objects.requireNonNull(name));
    }

    /** How a subgraph says by what its objects are found. */
    public enum DialectName {
        FEDERATION,
        STITCHING
    }

    /**
     * @param folder    that file names are relative to
     * @param stitching what is said of stitched services
     */
    SchemaSource source(Path folder, StitchingSettings stitching) {
        SchemaProperties from = Optional.ofNullable(schema).orElse(SchemaProperties.SERVICE);
        Optional<StitchedService> service = stitching.of(subgraph().value());
        boolean isStitched =
                dialect == null ? service.isPresent() || from.isOfStitched() : dialect == DialectName.STITCHING;
        return new SchemaSource(
                subgraph(),
                Objects.requireNonNull(url),
                required,
                isStitched ? new Dialect.Stitched(service.orElse(StitchedService.PLAIN)) : Dialect.FEDERATION,
                from.origin(folder),
                stitching.transforms(subgraph().value()));
    }

    ResilienceSettings resilience(ResilienceSettings all) {
        return new ResilienceSettings(
                Optional.ofNullable(timeout).orElse(all.timeout()),
                Optional.ofNullable(maxConcurrent).orElse(all.maxConcurrent()),
                Optional.ofNullable(retries).orElse(all.retries()),
                all.retryDelay(),
                Optional.ofNullable(circuit).orElse(all.circuit()));
    }

    ConnectionSettings connection(ConnectionSettings all) {
        return new ConnectionSettings(
                Optional.ofNullable(maxConnections).orElse(all.max()),
                all.pending(),
                all.acquireTimeout(),
                all.connectTimeout(),
                all.idleTimeout(),
                Optional.ofNullable(maxResponse).orElse(all.maxResponse()),
                Optional.ofNullable(compression).orElse(all.compression()));
    }
}
