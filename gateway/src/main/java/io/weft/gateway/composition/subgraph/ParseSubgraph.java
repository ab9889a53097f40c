package io.weft.gateway.composition.subgraph;

import graphql.GraphQLException;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.SDLNamedDefinition;
import graphql.language.SchemaDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SDL in, a {@link ParsedSubgraph} out; nothing where the SDL cannot be read at all. */
public final class ParseSubgraph {

    private static final ParserOptions UNLIMITED = ParserOptions.getDefaultSdlParserOptions()
            .transform(options -> options.maxTokens(Integer.MAX_VALUE)
                    .maxWhitespaceTokens(Integer.MAX_VALUE)
                    .maxCharacters(Integer.MAX_VALUE)
                    .maxRuleDepth(5_000)
                    .captureLineComments(false)
                    .captureIgnoredChars(false));

    private final SubgraphSource source;
    private final ReadSdl reads;
    private final Problems problems;

    public ParseSubgraph(SubgraphSource source, Problems problems) {
        this(source, ReadSdl.ANEW, problems);
    }

    public ParseSubgraph(SubgraphSource source, ReadSdl reads, Problems problems) {
        this.source = source;
        this.reads = reads;
        this.problems = problems;
    }

    public Optional<ParsedSubgraph> parse() {
        Document document;
        try {
            document = reads.document(source.sdl());
        } catch (InvalidSyntaxException invalid) {
            int line = invalid.getLocation() == null ? 0 : invalid.getLocation().getLine();
            problems.error(ErrorCode.INVALID_GRAPHQL, String.valueOf(invalid.getMessage()), name(), line);
            return Optional.empty();
        } catch (GraphQLException invalid) {
            problems.error(ErrorCode.INVALID_GRAPHQL, String.valueOf(invalid.getMessage()), name(), 0);
            return Optional.empty();
        }
        return Optional.of(read(document));
    }

    public static Document document(String sdl) {
        return new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(sdl)
                        .parserOptions(UNLIMITED)
                        .build());
    }

    private ParsedSubgraph read(Document document) {
        List<Directive> schemaDirectives = new ArrayList<>();
        for (SchemaDefinition schema : document.getDefinitionsOfType(SchemaDefinition.class)) {
            schemaDirectives.addAll(schema.getDirectives());
        }
        Links links = switch (source.dialect()) {
            case Dialect.Federation federation -> new ReadLinks(name(), problems).read(schemaDirectives);
            case Dialect.Stitched stitched -> Links.OF_STITCHED;
        };
        RootTypes.check(document, name(), problems);
        RootTypes roots = RootTypes.of(document);
        ReadTypes reader = new ReadTypes(name(), links, roots, reads.types(links, roots), problems);
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof DirectiveDefinition directive) {
                directives.put(directive.getName(), directive);
            } else if (definition instanceof SDLNamedDefinition<?>) {
                reader.read(definition);
            } else if (!(definition instanceof SchemaDefinition)) {
                problems.error(
                        ErrorCode.INVALID_GRAPHQL,
                        "a schema holds definitions only, not operations or fragments",
                        name(),
                        definition.getSourceLocation() == null
                                ? 0
                                : definition.getSourceLocation().getLine());
            }
        }
        new CheckDefinitions(name(), links, problems).check(reader.types(), List.copyOf(directives.values()));
        directives
                .keySet()
                .removeIf(directive -> links.federationDirective(directive).isPresent()
                        || directive.equals(links.linkName())
                        || isOfApollo(links, directive)
                        || BuiltInNames.DIRECTIVES.contains(directive));
        List<AppliedDirective> applied = reader.directives(schemaDirectives, Origin.DEFINITION).stream()
                .filter(directive -> !directive.name().equals(links.linkName()))
                .toList();
        return new ParsedSubgraph(
                source, links, WithoutFederation.types(reader.types(), links), directives, applied, Translation.NONE);
    }

    private static boolean isOfApollo(Links links, String directive) {
        return links.links().stream()
                .anyMatch(link -> link.identity().startsWith(ReadLinks.APOLLO)
                        && link.specDirective(directive).isPresent());
    }

    private SubgraphName name() {
        return source.name();
    }
}
