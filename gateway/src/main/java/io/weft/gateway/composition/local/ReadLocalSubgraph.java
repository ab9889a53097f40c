package io.weft.gateway.composition.local;

import graphql.language.AstPrinter;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.problem.SourcePlace;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.LiteralOf;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.Dialect;
import io.weft.gateway.composition.subgraph.Links;
import io.weft.gateway.composition.subgraph.ParseSubgraph;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.subgraph.SubgraphSource;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.stitching.LocalField;
import io.weft.gateway.stitching.LocalFields;
import io.weft.gateway.stitching.Place;
import io.weft.gateway.stitching.StitchedGraph;
import io.weft.gateway.stitching.StitchedService;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.LocalValue;
import io.weft.gateway.supergraph.SubgraphName;
import io.weft.gateway.supergraph.Translation;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Definitions and resolvers of the gateway's own fields become a subgraph. */
public final class ReadLocalSubgraph {

    private static final SubgraphName NAME = new SubgraphName("gateway");
    private static final URI NOWHERE = URI.create("local:gateway");

    private final LocalFields fields;
    private final List<ValidatedSubgraph> services;
    private final StitchedGraph.Services present;
    private final Problems problems;
    private final Map<String, SchemaType> known = new HashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final List<LocalLink> links = new ArrayList<>();
    private final Map<String, Map<String, LocalValue.Constant>> constants = new LinkedHashMap<>();

    public ReadLocalSubgraph(StitchedGraph graph, List<ValidatedSubgraph> services, Problems problems) {
        this.fields = graph.local();
        this.present = graph.services();
        this.services = services;
        this.problems = problems;
    }

    /** Empty where there are no such fields, or none that can be had. */
    public Optional<LocalSubgraph> read() {
        Optional<ParsedSubgraph> parsed = fields.isEmpty() ? Optional.empty() : parse();
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        if (services.stream().anyMatch(service -> service.name().equals(NAME))) {
            error(
                    ErrorCode.INVALID_SUBGRAPH_NAME,
                    "a subgraph is called " + NAME + ", as the gateway's own fields are: call it otherwise",
                    fields.at());
        }
        services.forEach(service -> known.putAll(service.types()));
        parsed.get().types().forEach(known::putIfAbsent);
        Map<String, SchemaType> kept = new LinkedHashMap<>();
        parsed.get().types().forEach((name, type) -> read(type).ifPresent(own -> kept.put(name, own)));
        fields.resolvers().forEach((name, resolver) -> {
            if (!used.contains(name)) {
                error(
                        ErrorCode.LOCAL_FIELD_INVALID,
                        "there is a resolver of " + name + ", but typeDefs define no such field"
                                + NearestName.suggestion(name, used),
                        resolver.at());
            }
        });
        boolean isNothing = kept.isEmpty() || links.isEmpty() && constants.isEmpty();
        return isNothing || problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new LocalSubgraph(parsed.get().withTypes(kept), links, constants));
    }

    private Optional<ParsedSubgraph> parse() {
        Problems own = new Problems();
        SubgraphSource source =
                new SubgraphSource(NAME, NOWHERE, fields.typeDefs(), new Dialect.Stitched(StitchedService.PLAIN));
        Optional<ParsedSubgraph> parsed = fields.typeDefs().isBlank()
                ? Optional.of(
                        new ParsedSubgraph(source, Links.OF_STITCHED, Map.of(), Map.of(), List.of(), Translation.NONE))
                : new ParseSubgraph(source, own).parse();
        own.errors()
                .forEach(error -> problems.error(
                        error.code(),
                        "in typeDefs: " + error.message(),
                        error.places().stream().map(place -> at(place.line())).toList()));
        return own.hasErrors() ? Optional.empty() : parsed;
    }

    private Optional<SchemaType> read(SchemaType type) {
        return switch (type) {
            case SchemaType.ObjectType object -> object(object);
            case SchemaType.EnumType values -> Optional.of(values);
            case SchemaType.ScalarType scalar -> Optional.of(scalar);
            case SchemaType.InterfaceType other -> refused(other);
            case SchemaType.UnionType other -> refused(other);
            case SchemaType.InputType other -> refused(other);
        };
    }

    private Optional<SchemaType> refused(SchemaType type) {
        error(
                ErrorCode.LOCAL_FIELD_INVALID,
                "typeDefs have the " + type.kind() + " type " + type.name()
                        + "; the gateway's own are objects, enums and scalars",
                List.of(at(type.line())));
        return Optional.empty();
    }

    private Optional<SchemaType> object(SchemaType.ObjectType object) {
        boolean isOwn = !object.isExtension()
                && services.stream().noneMatch(service -> service.types().containsKey(object.name()));
        Map<String, SchemaField> kept = new LinkedHashMap<>();
        for (SchemaField field : object.fields().values()) {
            if (isDefined(object, field) && (isOwn ? isPartOfConstant(object, field) : isResolved(object, field))) {
                kept.put(field.name(), field);
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(object.with(object.header(), kept));
    }

    private boolean isDefined(SchemaType.ObjectType owner, SchemaField field) {
        String name = owner.name() + "." + field.name();
        used.add(name);
        String type = field.type().typeName();
        boolean isOwnerThere = known.get(owner.name()) instanceof SchemaType.ObjectType
                && (!owner.isExtension()
                        || owner.name().equals("Query")
                        || services.stream().anyMatch(service -> service.types().containsKey(owner.name())));
        boolean isTypeThere = known.containsKey(type) || BuiltInNames.SCALARS.contains(type);
        List<ValidatedSubgraph> taken = services.stream()
                .filter(service -> service.field(owner.name(), field.name()).isPresent())
                .toList();
        if (!isOwnerThere) {
            return missing(
                    name,
                    owner.name(),
                    name + " extends " + owner.name()
                            + ", which no service has as an object type"
                            + NearestName.suggestion(owner.name(), ofServices()),
                    field);
        }
        if (!isTypeThere) {
            return missing(
                    name,
                    type,
                    name + " is of type " + type + ", which nobody defines"
                            + NearestName.suggestion(type, known.keySet()),
                    field);
        }
        if (!taken.isEmpty()) {
            return leave(
                    ErrorCode.LOCAL_FIELD_TAKEN,
                    name + " is a field of " + taken.getFirst().name() + " already",
                    field);
        }
        if (!field.arguments().isEmpty()) {
            return leave(
                    ErrorCode.LOCAL_FIELD_INVALID,
                    name + " has arguments, which neither a constant nor a key can use",
                    field);
        }
        if (owner.name().equals("Mutation") || owner.name().equals("Subscription")) {
            return leave(
                    ErrorCode.LOCAL_FIELD_INVALID,
                    name + ": only queries and objects have fields of the gateway's own",
                    field);
        }
        return true;
    }

    private Set<String> ofServices() {
        Set<String> names = new LinkedHashSet<>();
        services.forEach(service -> names.addAll(service.types().keySet()));
        return names;
    }

    /** The service that has what is missing may just be away. */
    private boolean missing(String name, String what, String message, SchemaField field) {
        if (present == StitchedGraph.Services.ALL) {
            return leave(ErrorCode.LOCAL_FIELD_INVALID, message, field);
        }
        problems.hint(
                HintCode.LEFT_OUT_WHILE_AWAY,
                name + " is left out: " + what + " is not known yet",
                Coordinate.of(what));
        return false;
    }

    private boolean leave(ErrorCode code, String message, SchemaField field) {
        error(code, message, List.of(at(field.line())));
        return false;
    }

    private boolean isPartOfConstant(SchemaType.ObjectType owner, SchemaField field) {
        LocalField resolver = fields.resolvers().get(owner.name() + "." + field.name());
        if (resolver != null) {
            error(
                    ErrorCode.LOCAL_FIELD_INVALID,
                    owner.name() + " is a type of the gateway's own: its fields have the values of the constant that"
                            + " it stands in, and no resolvers",
                    resolver.at());
        }
        return resolver == null;
    }

    private boolean isResolved(SchemaType.ObjectType owner, SchemaField field) {
        String name = owner.name() + "." + field.name();
        return switch (fields.resolvers().get(name)) {
            case null ->
                leave(
                        ErrorCode.LOCAL_FIELD_INVALID,
                        name + " has no resolver" + NearestName.suggestion(name, unused()),
                        field);
            case LocalField.Constant constant -> isConstant(owner, field, constant);
            case LocalField.Link link -> isLink(owner, field, link);
        };
    }

    private Set<String> unused() {
        Set<String> unused = new LinkedHashSet<>(fields.resolvers().keySet());
        unused.removeAll(used);
        return unused;
    }

    private boolean isConstant(SchemaType.ObjectType owner, SchemaField field, LocalField.Constant constant) {
        boolean isOfServices = services.stream()
                .anyMatch(service -> service.types().get(field.type().typeName()) instanceof SchemaType.ObjectType);
        LiteralOf.Result result = isOfServices
                ? LiteralOf.Result.wrong("it is a " + field.type().print() + " of a service's: refer to it by its key")
                : new LiteralOf(known).of(constant.value(), field.type());
        if (result.value().isEmpty()) {
            error(
                    ErrorCode.LOCAL_FIELD_INVALID,
                    "the constant of " + owner.name() + "." + field.name() + " does not fit: " + result.reason(),
                    constant.at());
            return false;
        }
        constants
                .computeIfAbsent(owner.name(), key -> new LinkedHashMap<>())
                .put(
                        field.name(),
                        new LocalValue.Constant(
                                AstPrinter.printAstCompact(result.value().get())));
        return true;
    }

    private boolean isLink(SchemaType.ObjectType owner, SchemaField field, LocalField.Link said) {
        Coordinate at = Coordinate.of(owner.name(), field.name());
        Optional<LocalLink> link =
                new ReadLocalLink(at, said, (code, reason) -> error(code, reason, said.at())).read(field);
        Optional<SelectionSet> needs = link.flatMap(LocalLink::needs).map(FieldSet::selections);
        boolean isAway = present == StitchedGraph.Services.SOME_AWAY
                && needs.filter(set -> !isKnown(owner.name(), set)).isPresent();
        if (isAway) {
            return missing(at.toString(), owner.name() + " { " + needs.get().print() + " }", "", field);
        }
        link.ifPresent(links::add);
        return link.isPresent();
    }

    private boolean isKnown(String typeName, SelectionSet selections) {
        return selections.selections().stream().allMatch((Selection selection) -> switch (selection) {
            case InlineFragment fragment -> isKnown(fragment.typeCondition().orElse(typeName), fragment.selections());
            case FieldSelection field ->
                services.stream()
                        .flatMap(service -> service.field(typeName, field.name()).stream())
                        .anyMatch(found -> isKnown(found.type().typeName(), field.selections()));
        });
    }

    private SourcePlace at(int lineOfTypeDefs) {
        return new SourcePlace(NAME, fields.at().file(), fields.at().line() + lineOfTypeDefs);
    }

    private void error(ErrorCode code, String message, Place place) {
        error(code, message, List.of(SourcePlace.of(NAME, place)));
    }

    private void error(ErrorCode code, String message, List<SourcePlace> places) {
        problems.error(code, message, places);
    }
}
