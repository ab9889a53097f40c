package io.weft.gateway.composition.subgraph;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.ListLiteral;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code @link}s on a subgraph's schema. */
public final class ReadLinks {

    public static final String APOLLO = "https://specs.apollo.dev/";
    static final String FEDERATION = APOLLO + "federation";
    private static final String LINK = APOLLO + "link";

    /** What {@code @link} was called before federation 2, with the url in another argument. */
    private static final String CORE = APOLLO + "core";

    private static final Pattern URL = Pattern.compile("(.+?)/(v\\d+\\.\\d+)/?");
    private static final Pattern FEDERATION_VERSION = Pattern.compile("v2\\.(\\d+)");
    static final int NEWEST_MINOR = 12;

    private final SubgraphName subgraph;
    private final Problems problems;

    public ReadLinks(SubgraphName subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
    }

    public Links read(List<Directive> schemaDirectives) {
        String linkName = schemaDirectives.stream()
                .filter(directive -> url(directive).orElse("").startsWith(LINK + "/")
                        || url(directive).orElse("").startsWith(CORE + "/"))
                .map(Directive::getName)
                .findFirst()
                .orElse("link");
        List<Links.Link> links = new ArrayList<>();
        for (Directive directive : schemaDirectives) {
            if (directive.getName().equals(linkName)) {
                link(directive).ifPresent(links::add);
            }
        }
        Optional<Integer> minor = Optional.empty();
        Map<String, FederationDirective> names = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        for (Links.Link link : links) {
            if (link.identity().equals(FEDERATION)) {
                if (minor.isPresent()) {
                    problems.error(
                            ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                            "federation is linked twice",
                            subgraph,
                            link.line());
                }
                minor = federationMinor(link);
            }
            if (link.identity().startsWith(APOLLO)) {
                imports(link, minor, names, types);
            }
        }
        if (minor.isEmpty()) {
            for (FederationDirective directive : FederationDirective.values()) {
                if (directive.isFederationOne()) {
                    names.putIfAbsent(directive.specName(), directive);
                }
            }
        }
        return new Links(minor, linkName, names, types, links);
    }

    private Optional<Integer> federationMinor(Links.Link link) {
        Matcher version = FEDERATION_VERSION.matcher(link.version());
        if (version.matches() && Integer.parseInt(version.group(1)) <= NEWEST_MINOR) {
            return Optional.of(Integer.parseInt(version.group(1)));
        }
        problems.error(
                ErrorCode.UNKNOWN_FEDERATION_LINK_VERSION,
                "federation " + link.version() + " is not a version we know",
                subgraph,
                link.line());
        return Optional.of(NEWEST_MINOR);
    }

    private void imports(
            Links.Link link,
            Optional<Integer> minor,
            Map<String, FederationDirective> names,
            Map<String, String> types) {
        link.imports().forEach((alias, name) -> {
            if (!name.startsWith("@")) {
                types.put(alias, name);
                return;
            }
            Optional<FederationDirective> directive = FederationDirective.named(name.substring(1));
            if (directive.isPresent()) {
                names.put(alias.substring(1), directive.get());
            }
            boolean tooNew = link.identity().equals(FEDERATION)
                    && directive.isPresent()
                    && minor.isPresent()
                    && directive.get().sinceMinor() > minor.get();
            if (link.identity().equals(FEDERATION) && (directive.isEmpty() && !name.equals("@link") || tooNew)) {
                problems.error(
                        ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                        "federation " + link.version() + " has no element " + name + " to import"
                                + directive
                                        .map(known -> "; it came with v2." + known.sinceMinor())
                                        .orElse(""),
                        subgraph,
                        link.line());
            }
        });
    }

    private Optional<Links.Link> link(Directive directive) {
        int line = line(directive);
        Optional<String> url = url(directive);
        Matcher matcher = URL.matcher(url.orElse(""));
        if (url.isEmpty()) {
            problems.error(ErrorCode.INVALID_LINK_IDENTIFIER, "@link needs a url", subgraph, line);
            return Optional.empty();
        }
        String identity = matcher.matches() ? matcher.group(1) : url.get();
        String version = matcher.matches() ? matcher.group(2) : "";
        if (!identity.startsWith("http://") && !identity.startsWith("https://")) {
            problems.error(ErrorCode.INVALID_LINK_IDENTIFIER, "'" + url.get() + "' is not a url", subgraph, line);
            return Optional.empty();
        }
        String name = identity.substring(identity.lastIndexOf('/') + 1);
        Map<String, String> imports = new LinkedHashMap<>();
        Argument argument = directive.getArgument("import");
        if (argument != null) {
            for (Value<?> entry : ListLiteral.elements(argument.getValue())) {
                imported(entry, imports, line);
            }
        }
        return Optional.of(new Links.Link(
                url.get(), identity, version, text(directive, "as").orElse(name), imports, line));
    }

    private void imported(Value<?> entry, Map<String, String> imports, int line) {
        String name = null;
        String alias = null;
        if (entry instanceof StringValue text) {
            name = text.getValue();
        } else if (entry instanceof ObjectValue object) {
            for (ObjectField field : object.getObjectFields()) {
                if (field.getName().equals("name") && field.getValue() instanceof StringValue text) {
                    name = text.getValue();
                } else if (field.getName().equals("as") && field.getValue() instanceof StringValue text) {
                    alias = text.getValue();
                }
            }
        }
        if (name == null) {
            problems.error(
                    ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                    "an import needs a name: a string, or name and as",
                    subgraph,
                    line);
            return;
        }
        String here = alias == null ? name : alias;
        if (name.startsWith("@") != here.startsWith("@")) {
            problems.error(
                    ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                    "'" + name + "' cannot be imported as '" + here + "': one is a directive, the other is not",
                    subgraph,
                    line);
            return;
        }
        imports.put(here, name);
    }

    public static Optional<String> url(Directive directive) {
        return text(directive, "url").or(() -> text(directive, "feature"));
    }

    private static Optional<String> text(Directive directive, String argument) {
        Argument found = directive.getArgument(argument);
        return found != null && found.getValue() instanceof StringValue value
                ? Optional.ofNullable(value.getValue())
                : Optional.empty();
    }

    private static int line(Directive directive) {
        return directive.getSourceLocation() == null
                ? 0
                : directive.getSourceLocation().getLine();
    }
}
