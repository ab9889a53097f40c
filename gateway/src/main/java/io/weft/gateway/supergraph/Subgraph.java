package io.weft.gateway.supergraph;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One subgraph as the planner sees it.
 *
 * @param name        its name
 * @param url         where it answers
 * @param types       its types by name; the root types stand under {@code Query}, {@code Mutation},
 *                    {@code Subscription} whatever the subgraph calls them
 * @param batching    how many objects may be looked up at once
 * @param translation what the service itself calls them, where transforms gave them other names or another shape
 * @param local       by type and field: what the gateway answers itself. Empty for all subgraphs but the one that is no
 *                    service
 */
public record Subgraph(
        SubgraphName name,
        URI url,
        Map<String, SubgraphType> types,
        Batching batching,
        Translation translation,
        Map<String, Map<String, LocalValue>> local) {
    public Subgraph {
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        Objects.requireNonNull(batching);
        Objects.requireNonNull(translation);
        local = Collections.unmodifiableMap(new LinkedHashMap<>(local));
    }

    public Subgraph(SubgraphName name, URI url, Map<String, SubgraphType> types) {
        this(name, url, types, Batching.USUAL, Translation.NONE, Map.of());
    }

    /** The same subgraph that takes more or less in one request. */
    public Subgraph taking(Batching otherBatching) {
        return new Subgraph(name, url, types, otherBatching, translation, local);
    }

    /** The same subgraph where it answers elsewhere. */
    public Subgraph at(URI otherUrl) {
        return new Subgraph(name, otherUrl, types, batching, translation, local);
    }

    /** Whether it is no service, but the gateway. */
    public boolean isLocal() {
        return !local.isEmpty();
    }

    public Optional<SubgraphType> type(String typeName) {
        return Optional.ofNullable(types.get(typeName));
    }

    /** The field, where this subgraph defines the type and the type has fields. */
    public Optional<SubgraphField> field(String typeName, String fieldName) {
        return types.get(typeName) instanceof SubgraphType.Composite composite
                ? Optional.ofNullable(composite.fields().get(fieldName))
                : Optional.empty();
    }
}
