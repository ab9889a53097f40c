package io.weft.gateway.application;

import io.weft.gateway.configuration.ReadStitching;
import io.weft.gateway.configuration.StitchingSettings;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import io.weft.identity.IdentitySettings;
import io.weft.identity.TrustSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A graph's configuration becomes settings, or the reasons why it is none, each with its line. What the command line
 * says wins over the configuration, and the configuration over the environment.
 */
public final class ReadSettings {

    /** What the property source of a configuration file is called among the process's. */
    static final String FILE = "weft configuration file";

    private static final String COMMAND_LINE = "commandLineArgs";
    /** Below what prefix a key of the file stands among the process's properties, where it is not the gateway's own. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "identity", "weft.identity",
            "trust", "weft.trust",
            "logging", "logging",
            "port", "server.port",
            "host", "server.address");

    private static final Pattern POLICY = Pattern.compile("^policies\\.(.+)\\.([^.\\[]+(?:\\[\\d+])*)$");

    private final List<PropertySource<?>> commandLine = new ArrayList<>();
    private final List<PropertySource<?>> environment = new ArrayList<>();

    /** @param sources of the process, the most important first */
    public ReadSettings(Iterable<PropertySource<?>> sources) {
        for (PropertySource<?> source : sources) {
            if (source.getName().equals(COMMAND_LINE)) {
                commandLine.add(source);
            } else if (!source.getName().equals(FILE)
                    && !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
                environment.add(source);
            }
        }
    }

    /** What stands in a YAML file. */
    public Result<GraphSettings> fromFile(Path file) {
        return switch (source(file)) {
            case Result.Refused<PropertySource<?>>(List<String> problems) -> new Result.Refused<>(problems);
            case Result.Read<PropertySource<?>>(PropertySource<?> read) ->
                switch (from(read, file.toString())) {
                    case Result.Refused<GatewayProperties>(List<String> problems) -> new Result.Refused<>(problems);
                    case Result.Read<GatewayProperties>(GatewayProperties settings) -> stitched(settings, file);
                };
        };
    }

    private static Result<GraphSettings> stitched(GatewayProperties settings, Path file) {
        try {
            return switch (ReadStitching.read(file.toString(), Files.readString(file))) {
                case ReadStitching.Result.Refused(List<String> problems) -> new Result.Refused<>(problems);
                case ReadStitching.Result.Read(StitchingSettings stitching) ->
                    together(new GraphSettings(settings, stitching), file);
            };
        } catch (IOException unreadable) {
            return refused("the configuration " + file.toAbsolutePath() + " cannot be read: " + unreadable);
        }
    }

    private static Result<GraphSettings> together(GraphSettings settings, Path file) {
        List<String> problems = settings.gateway().subgraphs().stream()
                .filter(subgraph -> subgraph.dialect() == SubgraphProperties.DialectName.FEDERATION)
                .filter(subgraph ->
                        settings.stitching().of(subgraph.subgraph().value()).isPresent())
                .map(subgraph ->
                        file + ": subgraph '" + subgraph.name() + "' speaks federation (dialect), but says how it"
                                + " is stitched besides: leave one of them out")
                .toList();
        return problems.isEmpty() ? new Result.Read<>(settings) : new Result.Refused<>(problems);
    }

    /** @param settings by their full names */
    public Result<GraphSettings> fromMap(String origin, Map<String, Object> settings) {
        return switch (from(new MapPropertySource(origin, settings), origin)) {
            case Result.Refused<GatewayProperties>(List<String> problems) -> new Result.Refused<>(problems);
            case Result.Read<GatewayProperties>(GatewayProperties read) -> new Result.Read<>(GraphSettings.of(read));
        };
    }

    /** A YAML file as a source of the process's properties. */
    public static Result<PropertySource<?>> source(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return refused("the configuration " + file.toAbsolutePath()
                    + (Files.exists(file) ? " cannot be read" : " is not there"));
        }
        try {
            Map<String, Object> renamed = new LinkedHashMap<>();
            for (PropertySource<?> document : new YamlPropertySourceLoader().load(FILE, new FileSystemResource(file))) {
                if (document instanceof MapPropertySource map) {
                    map.getSource().forEach((key, value) -> {
                        if (!ReadStitching.isOwn(key)) {
                            renamed.put(fullName(key), value);
                        }
                    });
                }
            }
            return new Result.Read<>(new OriginTrackedMapPropertySource(FILE, renamed, true));
        } catch (MarkedYAMLException invalid) {
            int line = invalid.getProblemMark() == null
                    ? 0
                    : invalid.getProblemMark().getLine() + 1;
            return refused(file + ":" + line + ": this is not YAML: " + invalid.getProblem());
        } catch (YAMLException | IllegalStateException | IOException invalid) {
            return refused(file + ": this is not YAML: " + invalid.getMessage());
        }
    }

    private Result<GatewayProperties> from(PropertySource<?> source, String where) {
        List<PropertySource<?>> sources = new ArrayList<>(commandLine);
        sources.add(source);
        sources.addAll(environment);
        Binder binder = new Binder(
                ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources));
        BindHandler strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
        try {
            GatewayProperties settings =
                    binder.bindOrCreate("weft.gateway", Bindable.of(GatewayProperties.class), strict);
            binder.bindOrCreate("weft.identity", Bindable.of(IdentitySettings.class), strict);
            binder.bindOrCreate("weft.trust", Bindable.of(TrustSettings.class), strict)
                    .trustedHeaders();
            return settings.hasGraph()
                    ? new Result.Read<>(settings)
                    : refused(where + ": " + GatewayProperties.NO_GRAPH);
        } catch (BindException wrong) {
            return new Result.Refused<>(problems(wrong, where));
        } catch (IllegalArgumentException wrong) {
            return refused(where + ": " + wrong.getMessage());
        }
    }

    private static List<String> problems(BindException wrong, String where) {
        Throwable cause = wrong;
        while (true) {
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                return unbound.getUnboundProperties().stream()
                        .map(property -> where + line(property.getOrigin()) + ": "
                                + unknown(shortName(property.getName().toString())))
                        .toList();
            }
            if (cause.getCause() == null) {
                break;
            }
            cause = cause.getCause();
        }
        String what = wrong.getProperty() == null
                ? ""
                : "'" + shortName(wrong.getProperty().getName().toString()) + "' cannot be '"
                        + wrong.getProperty().getValue() + "': ";
        Origin origin = wrong.getProperty() == null
                ? wrong.getOrigin()
                : wrong.getProperty().getOrigin();
        return List.of(where + line(origin) + ": " + what + cause.getMessage());
    }

    private static String unknown(String name) {
        Set<String> roots = new TreeSet<>(ELSEWHERE.keySet());
        roots.addAll(ReadStitching.OF_GRAPH);
        return "there is no setting '" + name + "'" + KnownSettings.suggestion(name, roots);
    }

    private static String line(@Nullable Origin origin) {
        return switch (origin) {
            case PropertySourceOrigin outer when outer.getOrigin() != outer -> line(outer.getOrigin());
            case TextResourceOrigin text
            when text.getLocation() != null -> ":" + (text.getLocation().getLine() + 1);
            case null, default -> "";
        };
    }

    /** A policy is called as the schema calls it, with signs that only stand in brackets. */
    private static String fullName(String written) {
        String key = POLICY.matcher(written).replaceFirst("policies[$1].$2");
        String root = key.split("[.\\[]", 2)[0];
        return Optional.ofNullable(ELSEWHERE.get(root))
                .map(prefix -> prefix + key.substring(root.length()))
                .orElse("weft.gateway." + key);
    }

    private static String shortName(String name) {
        for (String prefix : Set.of("weft.gateway.", "weft.")) {
            if (name.startsWith("weft.gateway.") ? prefix.equals("weft.gateway.") : name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    private static <S> Result<S> refused(String problem) {
        return new Result.Refused<>(List.of(problem));
    }
}
