package io.weft.gateway.reload;

import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.ReadSupergraph;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Subgraphs;
import io.weft.gateway.supergraph.Supergraph;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A supergraph SDL's file becomes a supergraph, or the reasons why it is none, each with the file's name. */
public final class ReadSupergraphFile {

    private ReadSupergraphFile() {}

    /** What came of it. */
    public sealed interface Result {
        record Read(Supergraph supergraph) implements Result {}

        /** @param problems for operators; at least one */
        record Refused(List<String> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    public static Result read(GraphSource.SupergraphFile source) {
        Path file = source.file();
        String sdl;
        try {
            sdl = Files.readString(file);
        } catch (NoSuchFileException missing) {
            return refused("there is no file " + file.toAbsolutePath()
                    + ": give the path of a supergraph SDL, as a composition writes it");
        } catch (CharacterCodingException notText) {
            return refused(file + " is not UTF-8 text, so it is no supergraph SDL");
        } catch (IOException unreadable) {
            return refused(file + " cannot be read: "
                    + (Files.isDirectory(file) ? "it is a folder, give the file in it" : unreadable));
        }
        return switch (new ReadSupergraph().read(sdl)) {
            case CompositionResult.Composed composed -> at(source.urls(), composed.supergraph());
            case CompositionResult.Refused(List<CompositionError> errors) ->
                new Result.Refused(errors.stream()
                        .map(error -> file + ": " + error.print())
                        .toList());
        };
    }

    private static Result refused(String problem) {
        return new Result.Refused(List.of(problem));
    }

    private static Result at(Map<SubgraphName, URI> urls, Supergraph supergraph) {
        Set<SubgraphName> known =
                supergraph.subgraphs().stream().map(Subgraph::name).collect(Collectors.toCollection(TreeSet::new));
        Set<SubgraphName> unknown = new TreeSet<>(urls.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            return refused("URLs are given for the subgraphs " + unknown
                    + ", which the supergraph does not have; it has " + known);
        }
        List<Subgraph> moved = supergraph.subgraphs().stream()
                .map(subgraph -> subgraph.at(urls.getOrDefault(subgraph.name(), subgraph.url())))
                .toList();
        List<String> homeless = moved.stream()
                .filter(subgraph ->
                        !subgraph.url().isAbsolute() || subgraph.url().getHost() == null)
                .map(subgraph -> subgraph.name() + " ('" + subgraph.url() + "')")
                .toList();
        if (!homeless.isEmpty()) {
            return refused("no absolute URL is known for the subgraphs " + homeless
                    + ": let @join__graph(url:) name one, or give it by --subgraph-url NAME=URL");
        }
        return new Result.Read(new Supergraph(
                new Subgraphs(moved, supergraph.lookups()),
                supergraph.schema(),
                supergraph.apiSchema(),
                Optional.empty(),
                supergraph.access()));
    }
}
