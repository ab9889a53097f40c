package io.weft.gateway.reload;

import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.supergraph.SubgraphName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each subgraph told last when it was asked for its schema. A subgraph that goes away keeps what it told. */
final class ToldSchemas {

    private static final Logger log = LoggerFactory.getLogger(ToldSchemas.class);

    private record Told(SubgraphSource source, String hash, Instant at) {}

    private final List<SchemaSource> sources;
    private final Map<SubgraphName, Told> told = new HashMap<>();
    private final Map<SubgraphName, String> away = new HashMap<>();
    private final List<SubgraphName> lastChanged = new ArrayList<>();

    /**
     * @param sources all subgraphs, in the order of the configuration
     * @param served  what some of them told before
     */
    ToldSchemas(List<SchemaSource> sources, ServedSchemas served) {
        this.sources = sources;
        for (SchemaSource source : sources) {
            lastChanged.addFirst(source.name());
            served.of(source)
                    .ifPresent(before -> told.put(source.name(), new Told(before, hash(before.sdl()), Instant.MIN)));
        }
    }

    void note(SchemaAnswer answer, Instant now) {
        SubgraphName name = answer.source().name();
        switch (answer) {
            case SchemaAnswer.Told(SchemaSource source, String sdl) -> {
                Told before = told.get(name);
                if (before != null && before.source().sdl().equals(sdl)) {
                    told.put(name, new Told(before.source(), before.hash(), now));
                } else {
                    told.put(name, new Told(source.with(sdl), hash(sdl), now));
                    if (before != null) {
                        lastChanged.remove(name);
                        lastChanged.addFirst(name);
                    }
                }
                if (away.remove(name) != null) {
                    log.info("Subgraph '{}' tells its schema again", name);
                }
            }
            case SchemaAnswer.Untold(SchemaSource source, String why) -> {
                if (away.put(name, why) == null) {
                    log.warn(
                            "Subgraph '{}' does not tell its schema{}: {}",
                            name,
                            told.containsKey(name) ? ", the last one stays" : "",
                            why);
                }
            }
        }
    }

    /** What has been told so far, in the order of the configuration. */
    List<SubgraphSource> known() {
        return sources.stream()
                .flatMap(source -> Optional.ofNullable(told.get(source.name())).stream())
                .map(Told::source)
                .toList();
    }

    /** All subgraphs, whose schema has changed last first; those that never changed after it, the least preferred first. */
    List<SubgraphName> lastChanged() {
        return List.copyOf(lastChanged);
    }

    boolean isKnown(SubgraphName name) {
        return told.containsKey(name);
    }

    /** The schema as it is told now; empty where it never was. */
    Optional<SubgraphSource> source(SubgraphName name) {
        return Optional.ofNullable(told.get(name)).map(Told::source);
    }

    /** Of the schema, in hexadecimal. */
    Optional<String> hash(SubgraphName name) {
        return Optional.ofNullable(told.get(name)).map(Told::hash);
    }

    /** When it was told last, changed or not. */
    Optional<Instant> at(SubgraphName name) {
        return Optional.ofNullable(told.get(name)).map(Told::at);
    }

    /** Why it was not told when it was asked for last. */
    Optional<String> away(SubgraphName name) {
        return Optional.ofNullable(away.get(name));
    }

    private static String hash(String sdl) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sdl.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
