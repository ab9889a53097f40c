package io.weft.gateway.application;

import io.weft.contracts.HeaderNames;
import io.weft.contracts.Role;
import io.weft.gateway.operation.Introspection;
import io.weft.gateway.operation.OperationLimits;
import io.weft.gateway.reload.ReloadSettings;
import io.weft.gateway.resilience.ResilienceSettings;
import io.weft.gateway.security.Policies;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.transport.http.HttpSettings;
import io.weft.gateway.transport.subgraph.ConnectionSettings;
import io.weft.gateway.transport.subgraph.stream.StreamSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway's configuration. An unknown key stops the start.
 *
 * @param subgraphs        in the order of preference: plans prefer earlier ones where all else is equal. They are
 *                         composed here, unless there is a {@code supergraph}: then they only say what is special
 *                         about some of its subgraphs
 * @param supergraph       a file with a supergraph SDL that has been composed elsewhere
 * @param subgraphUrls     by a subgraph's name, where it answers if not where the supergraph SDL says
 * @param introspection    whether clients may ask for the schema
 * @param unverifiableTokens what becomes of a request with a bearer token while no issuer of tokens is configured
 * @param http             how clients reach the gateway
 * @param connection       how subgraphs are connected to
 * @param resilience       what subgraphs are granted
 * @param subscriptions    how there are subscriptions
 * @param reload           how schemas are watched
 * @param selection        what a selection over several subgraphs may cost
 * @param limits           how large a client's document may be
 * @param preparedDocuments characters of documents that are kept with their plans
 * @param propagateHeaders headers of a client's request that go on to subgraphs; trace headers and the request id
 *                         always do
 * @param overrideLabels   labels of progressive overrides that are on, besides those that are for a percentage of
 *                         requests
 * @param policies         by name, who fulfils what schemas ask for with {@code @policy}; nobody fulfils any other
 * @param explainRole      who may ask how a request was answered ({@code X-Weft-Explain: plan})
 * @param metricsRole      who may read {@code /actuator} beyond health
 */
@ConfigurationProperties(prefix = "weft.gateway", ignoreUnknownFields = false)
public record GatewayProperties(
        @DefaultValue List<SubgraphProperties> subgraphs,
        @Nullable Path supergraph,
        @DefaultValue Map<String, URI> subgraphUrls,
        @DefaultValue("false") boolean introspection,
        @DefaultValue("refuse") UnverifiableTokens unverifiableTokens,
        @DefaultValue HttpSettings http,
        @DefaultValue ConnectionSettings connection,
        @DefaultValue ResilienceSettings resilience,
        @DefaultValue SubscriptionProperties subscriptions,
        @DefaultValue ReloadSettings reload,
        @DefaultValue SelectionProperties selection,
        @DefaultValue Limits limits,
        @DefaultValue("16000000") long preparedDocuments,
        @DefaultValue List<String> propagateHeaders,
        @DefaultValue Set<String> overrideLabels,
        @DefaultValue Map<String, PolicyProperties> policies,
        @DefaultValue("ADMIN") Role explainRole,
        @DefaultValue("ADMIN") Role metricsRole) {

    static final String NO_GRAPH =
            "there is no graph: set supergraph, the file of a supergraph SDL, or subgraphs[0].name"
                    + " and .url of services to compose";

    public GatewayProperties {
        subgraphs = List.copyOf(subgraphs);
        subgraphUrls = Map.copyOf(subgraphUrls);
        if (supergraph == null && !subgraphUrls.isEmpty()) {
            throw new IllegalArgumentException("subgraph-urls say where the subgraphs of a supergraph SDL answer, but"
                    + " there is no supergraph: give each of the subgraphs its url");
        }
        Set<String> names = new HashSet<>();
        for (SubgraphProperties subgraph : subgraphs) {
            if (!names.add(subgraph.subgraph().value())) {
                throw new IllegalArgumentException("two subgraphs are called '" + subgraph.name() + "'");
            }
            subgraph.check(supergraph == null);
        }
        propagateHeaders = List.copyOf(propagateHeaders);
        overrideLabels = Set.copyOf(overrideLabels);
        policies = Map.copyOf(policies);
        for (String header : propagateHeaders) {
            refuseReserved(header.toLowerCase(Locale.ROOT));
        }
        if (preparedDocuments < 0) {
            throw new IllegalArgumentException("prepared-documents is " + preparedDocuments + ": it is 0 or more");
        }
    }

    /** What becomes of a request with a bearer token that cannot be verified because no issuer is configured. */
    public enum UnverifiableTokens {
        /** It is answered with 401. */
        REFUSE,
        /** The caller is anonymous to the gateway. The token may be meant for subgraphs: see propagateHeaders. */
        IGNORE
    }

    /** See {@link OperationLimits}. */
    public record Limits(
            @DefaultValue("1000000") int maxCharacters,
            @DefaultValue("15000") int maxTokens,
            @DefaultValue("50") int maxDepth,
            @DefaultValue("1000") int maxAliases,
            @DefaultValue("20000") int maxFields) {
        OperationLimits operationLimits() {
            return new OperationLimits(maxCharacters, maxTokens, maxDepth, maxAliases, maxFields);
        }
    }

    Policies policiesByName() {
        Map<String, Policies.Policy> byName = new HashMap<>();
        policies.forEach((name, policy) -> byName.put(name, policy.policy()));
        return new Policies(byName);
    }

    boolean hasGraph() {
        return supergraph != null || !subgraphs.isEmpty();
    }

    Introspection introspectable() {
        return introspection ? Introspection.ALLOWED : Introspection.REFUSED;
    }

    /** Whether the subgraph is told who asks, where there are keys to sign with. */
    boolean isTold(SubgraphName name) {
        return subgraph(name).map(SubgraphProperties::trustedHeaders).orElse(supergraph != null);
    }

    ResilienceSettings resilience(SubgraphName name) {
        return subgraph(name).map(own -> own.resilience(resilience)).orElse(resilience);
    }

    ConnectionSettings connection(SubgraphName name) {
        return subgraph(name).map(own -> own.connection(connection)).orElse(connection);
    }

    StreamSettings stream(SubgraphName name) {
        Optional<SubscriptionProperties.At> own = subgraph(name).flatMap(SubgraphProperties::subscribedAt);
        return new StreamSettings(
                own.map(SubscriptionProperties.At::protocol).orElse(subscriptions.protocol()),
                own.map(SubscriptionProperties.At::url),
                Math.toIntExact(subscriptions.maxEvent().toBytes()),
                connection(name).connectTimeout(),
                subscriptions.heartbeat());
    }

    Optional<SubgraphProperties> subgraph(SubgraphName name) {
        return subgraphs.stream()
                .filter(subgraph -> subgraph.subgraph().equals(name))
                .findFirst();
    }

    private static void refuseReserved(String header) {
        boolean trusted = HeaderNames.TRUSTED.stream().anyMatch(header::equalsIgnoreCase);
        if (trusted || header.startsWith("x-osa-")) {
            throw new IllegalArgumentException("propagate-headers has '" + header
                    + "': these headers carry the gateway's own word and are never taken from a client");
        }
        if (Set.of("host", "connection", "content-length", "content-type", "transfer-encoding", "te", "upgrade")
                .contains(header)) {
            throw new IllegalArgumentException(
                    "propagate-headers has '" + header + "': it belongs to one connection or body");
        }
    }
}
