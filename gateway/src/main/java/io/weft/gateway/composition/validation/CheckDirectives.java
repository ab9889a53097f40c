package io.weft.gateway.composition.validation;

import io.weft.gateway.composition.fieldset.SameSelections;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.Element;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Implementations;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.Links;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.supergraph.FieldSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where federation's directives may stand in one subgraph, and together with what. */
public final class CheckDirectives {

    private static final List<FederationDirective> ACCESS =
            List.of(FederationDirective.AUTHENTICATED, FederationDirective.REQUIRES_SCOPES, FederationDirective.POLICY);

    private final ValidatedSubgraph subgraph;
    private final Implementations implementations;
    private final Problems problems;
    /** Where a field set cannot be read, fields seem unused that are not, and keys seem to lack. */
    private final boolean isUsageKnown;

    public CheckDirectives(ValidatedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.implementations = Implementations.of(subgraph.types());
        this.problems = problems;
        this.isUsageKnown = !problems.hasErrors(subgraph.name());
    }

    public void check() {
        for (AppliedDirective applied : subgraph.parsed().schemaDirectives()) {
            if (applied.is(FederationDirective.COMPOSE_DIRECTIVE)) {
                composed(applied);
            }
        }
        for (SchemaType type : subgraph.types().values()) {
            if (!type.hasDirectives()) {
                continue;
            }
            switch (type) {
                case SchemaType.InterfaceType contract -> contract(contract);
                case SchemaType.ObjectType object -> object(object);
                case SchemaType.InputType input -> {}
                case SchemaType.EnumType enumType -> {}
                case SchemaType.UnionType union -> {}
                case SchemaType.ScalarType scalar -> {}
            }
        }
    }

    /** Composed directives say something to other tools only; what cannot be right is refused all the same. */
    private void composed(AppliedDirective applied) {
        String written = applied.string("name").orElse("");
        String name = written.startsWith("@") ? written.substring(1) : written;
        Links links = subgraph.parsed().links();
        Optional<FederationDirective> federation = links.federationDirective(name);
        String reason = "";
        if (!written.startsWith("@")) {
            reason = "the name must start with @";
        } else if (federation.isPresent() && federation.get().isMerged()) {
            problems.hint(
                    HintCode.DIRECTIVE_COMPOSITION_INFO,
                    subgraph.name() + ": " + written + " is composed without being named",
                    Coordinate.of(written));
        } else if (federation.isPresent()) {
            reason = "a directive of federation that says how to compose cannot be composed itself";
        } else if (links.links().stream()
                .noneMatch(link -> link.specDirective(name).isPresent())) {
            reason = "no @link imports it from a specification";
        } else if (!subgraph.parsed().directives().containsKey(name)) {
            reason = "it is not defined here";
        }
        if (!reason.isEmpty()) {
            problems.error(
                    ErrorCode.DIRECTIVE_COMPOSITION_ERROR,
                    applied.print() + ": " + reason,
                    subgraph.name(),
                    applied.line());
        }
    }

    private void contract(SchemaType.InterfaceType type) {
        Optional<Integer> minor = subgraph.parsed().links().federationMinor();
        if (type.has(FederationDirective.KEY) && minor.isPresent() && minor.get() < 3) {
            error(
                    ErrorCode.KEY_UNSUPPORTED_ON_INTERFACE,
                    "the interface " + type.name() + " has a @key, but links federation v2." + minor.get(),
                    Coordinate.of(type.name()),
                    type.line());
        }
        if (isUsageKnown) {
            subgraph.keys(type.name()).forEach(key -> implementationsHave(type, key));
        }
        noAccess(type, Coordinate.of(type.name()), "an interface");
        for (SchemaField field : type.fields().values()) {
            Coordinate at = Coordinate.of(type.name(), field.name());
            noAccess(field, at, "a field of an interface");
            notOnInterface(field, at, FederationDirective.EXTERNAL, ErrorCode.EXTERNAL_ON_INTERFACE);
            notOnInterface(field, at, FederationDirective.REQUIRES, ErrorCode.REQUIRES_UNSUPPORTED_ON_INTERFACE);
            notOnInterface(field, at, FederationDirective.PROVIDES, ErrorCode.PROVIDES_UNSUPPORTED_ON_INTERFACE);
            notOnInterface(field, at, FederationDirective.COST, ErrorCode.COST_APPLIED_TO_INTERFACE_FIELD);
            notOnInterface(field, at, FederationDirective.SHAREABLE, ErrorCode.INVALID_SHAREABLE_USAGE);
        }
    }

    private void noAccess(Element element, Coordinate at, String what) {
        for (FederationDirective directive : ACCESS) {
            if (element.has(directive)) {
                error(
                        ErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE,
                        at + " is " + what + " and has @" + directive.specName(),
                        at,
                        element.line());
            }
        }
    }

    private void notOnInterface(SchemaField field, Coordinate at, FederationDirective directive, ErrorCode code) {
        if (field.has(directive)) {
            error(code, at + " is a field of an interface and has @" + directive.specName(), at, field.line());
        }
    }

    private void implementationsHave(SchemaType.InterfaceType type, EntityKey key) {
        SelectionSet wanted = key.fields().selections();
        for (String implementation : implementations.of(type.name())) {
            Optional<EntityKey> own = subgraph.keys(implementation).stream()
                    .filter(candidate -> SameSelections.same(candidate.fields().selections(), wanted))
                    .findFirst();
            boolean resolvable = own.isPresent()
                    && (key.use() == EntityKey.Use.REFERENCE || own.get().use() == EntityKey.Use.LOOKUP);
            if (!resolvable) {
                error(
                        ErrorCode.INTERFACE_KEY_NOT_ON_IMPLEMENTATION,
                        "the interface " + type.name() + " has the key "
                                + key.fields().text() + ", but " + implementation
                                + (own.isPresent() ? " cannot be resolved by it" : " has not"),
                        Coordinate.of(type.name()),
                        type.line());
            }
        }
    }

    private void object(SchemaType.ObjectType type) {
        if (type.has(FederationDirective.INTERFACE_OBJECT)) {
            noAccess(type, Coordinate.of(type.name()), "an interface object");
        }
        if (isUsageKnown
                && type.has(FederationDirective.INTERFACE_OBJECT)
                && subgraph.keys(type.name()).isEmpty()) {
            error(
                    ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                    type.name() + " has @interfaceObject, but no @key",
                    Coordinate.of(type.name()),
                    type.line());
        }
        for (SchemaField field : type.fields().values()) {
            Coordinate at = Coordinate.of(type.name(), field.name());
            FieldFacts facts = subgraph.facts(type.name(), field.name());
            boolean isUsed = subgraph.used().getOrDefault(type.name(), Set.of()).contains(field.name());
            if (isUsageKnown && facts.isExternal() && !isUsed) {
                error(
                        ErrorCode.EXTERNAL_UNUSED,
                        at + " is @external, but no @key, @requires, @provides or interface uses it",
                        at,
                        field.line());
            }
            if (facts.isExternal()) {
                notMerged(field, at);
            }
            facts.requires()
                    .ifPresent(
                            set -> external(set, type.name(), at, field, ErrorCode.REQUIRES_FIELDS_MISSING_EXTERNAL));
            facts.provides()
                    .ifPresent(set -> external(
                            set, field.type().typeName(), at, field, ErrorCode.PROVIDES_FIELDS_MISSING_EXTERNAL));
            new CheckListSize(subgraph, problems).check(at, field);
        }
        checkShareableOnce(type);
    }

    private void notMerged(SchemaField field, Coordinate at) {
        for (AppliedDirective applied : field.directives()) {
            boolean isMerged = applied.federation()
                    .map(FederationDirective::isMerged)
                    .orElse(BuiltInNames.DIRECTIVES.contains(applied.name()));
            if (isMerged && subgraph.parsed().links().isFederationTwo()) {
                error(
                        ErrorCode.MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL,
                        at + " is @external and has " + applied.print(),
                        at,
                        field.line());
            }
        }
    }

    private void checkShareableOnce(SchemaType.ObjectType type) {
        for (SchemaField field : type.fields().values()) {
            long written = field.all(FederationDirective.SHAREABLE).stream()
                    .filter(applied -> type.directives().stream()
                            .noneMatch(onType ->
                                    onType.line() == applied.line() && onType.is(FederationDirective.SHAREABLE)))
                    .count();
            if (written > 1) {
                Coordinate at = Coordinate.of(type.name(), field.name());
                error(ErrorCode.INVALID_SHAREABLE_USAGE, at + " has @shareable twice", at, field.line());
            }
        }
    }

    private void external(FieldSet set, String typeName, Coordinate at, SchemaField field, ErrorCode code) {
        List<String> missing = new FindResolvedLeaves(subgraph, implementations).find(set.selections(), typeName);
        for (String leaf : missing) {
            error(code, "on " + at + ", '" + set.text() + "': " + leaf + " is not @external", at, field.line());
        }
    }

    private void error(ErrorCode code, String message, Coordinate at, int line) {
        problems.error(code, message, at, subgraph.name(), line);
    }
}
