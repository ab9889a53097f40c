package io.weft.gateway.composition.subgraph;

import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.NullValue;
import graphql.language.Value;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.BuiltInNames;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.LiteralFit;
import io.weft.gateway.composition.schema.ReadTypeReference;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** GraphQL's rules for directives where they stand: known, allowed there, given what they take, and not repeated. */
public final class CheckApplications {

    private static final Map<String, DirectiveDefinition> BUILT_IN =
            ParseSubgraph.document("""
            directive @deprecated(reason: String = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
            directive @specifiedBy(url: String!) on SCALAR
            directive @oneOf on INPUT_OBJECT
            """).getDefinitionsOfType(DirectiveDefinition.class).stream()
                    .collect(Collectors.toUnmodifiableMap(DirectiveDefinition::getName, Function.identity()));

    private final ParsedSubgraph subgraph;
    private final LiteralFit literals;
    private final Problems problems;

    public CheckApplications(ParsedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.literals = new LiteralFit(subgraph.types());
        this.problems = problems;
    }

    public void check() {
        check(subgraph.schemaDirectives(), "SCHEMA", Optional.empty());
        subgraph.types().values().stream().filter(SchemaType::hasDirectives).forEach(this::check);
    }

    private void check(SchemaType type) {
        Coordinate at = Coordinate.of(type.name());
        switch (type) {
            case SchemaType.Composite composite -> {
                check(type.directives(), composite instanceof SchemaType.ObjectType ? "OBJECT" : "INTERFACE", at);
                composite.fields().values().forEach(field -> check(composite, field));
            }
            case SchemaType.UnionType union -> check(type.directives(), "UNION", at);
            case SchemaType.ScalarType scalar -> check(type.directives(), "SCALAR", at);
            case SchemaType.EnumType enumType -> {
                check(type.directives(), "ENUM", at);
                enumType.values()
                        .values()
                        .forEach(value ->
                                check(value.directives(), "ENUM_VALUE", Coordinate.of(type.name(), value.name())));
            }
            case SchemaType.InputType input -> {
                check(type.directives(), "INPUT_OBJECT", at);
                input.fields()
                        .values()
                        .forEach(field -> check(
                                field.directives(),
                                "INPUT_FIELD_DEFINITION",
                                Coordinate.of(type.name(), field.name())));
            }
        }
    }

    private void check(SchemaType.Composite type, SchemaField field) {
        // what stands on the type and is meant for its fields has been looked at there
        List<AppliedDirective> own = new ArrayList<>(field.directives());
        own.removeAll(type.directives());
        check(own, "FIELD_DEFINITION", Coordinate.of(type.name(), field.name()));
        for (SchemaInputValue argument : field.arguments().values()) {
            check(
                    argument.directives(),
                    "ARGUMENT_DEFINITION",
                    Coordinate.of(type.name(), field.name(), argument.name()));
        }
    }

    private void check(List<AppliedDirective> directives, String location, Coordinate at) {
        check(directives, location, Optional.of(at));
    }

    private void check(List<AppliedDirective> directives, String location, Optional<Coordinate> at) {
        Set<String> seen = new HashSet<>();
        for (AppliedDirective applied : directives) {
            Optional<DirectiveDefinition> definition = definition(applied);
            if (definition.isEmpty()) {
                known(applied, at);
                continue;
            }
            boolean allowed = definition.get().getDirectiveLocations().stream()
                    .anyMatch(allowedAt -> allowedAt.getName().equals(location));
            if (!allowed) {
                error(applied, at, "it may not stand on " + location);
            } else if (!seen.add(applied.name()) && !definition.get().isRepeatable()) {
                error(applied, at, "it stands there twice, but is not repeatable");
            }
            arguments(applied, definition.get(), at);
        }
    }

    private Optional<DirectiveDefinition> definition(AppliedDirective applied) {
        return applied.federation()
                .map(FederationDefinitions::of)
                .or(() -> Optional.ofNullable(BUILT_IN.get(applied.name())))
                .or(() -> Optional.ofNullable(subgraph.directives().get(applied.name())));
    }

    /** A directive of another specification may stand without a definition: the link says where it is defined. */
    private void known(AppliedDirective applied, Optional<Coordinate> at) {
        Links links = subgraph.links();
        boolean linked = links.links().stream()
                .filter(link -> !link.identity().equals(ReadLinks.FEDERATION))
                .anyMatch(link -> link.specDirective(applied.name()).isPresent());
        if (linked || BuiltInNames.DIRECTIVES.contains(applied.name())) {
            return;
        }
        error(applied, at, "it is unknown here" + howToKnow(applied.name(), links));
    }

    private static String howToKnow(String name, Links links) {
        String specName = name.substring(name.lastIndexOf("__") + 1 + (name.contains("__") ? 1 : 0));
        Optional<FederationDirective> meant = FederationDirective.named(specName);
        if (meant.isEmpty()) {
            return "";
        }
        if (!links.isFederationTwo()) {
            return "; it came with federation 2, which this schema does not @link";
        }
        return meant.get().sinceMinor() > links.federationMinor().orElseThrow()
                ? "; it came with federation v2." + meant.get().sinceMinor()
                : "; import it with @link, or write @federation__" + specName;
    }

    private void arguments(AppliedDirective applied, DirectiveDefinition definition, Optional<Coordinate> at) {
        Collection<String> known = definition.getInputValueDefinitions().stream()
                .map(InputValueDefinition::getName)
                .toList();
        for (String given : applied.arguments().keySet()) {
            if (!known.contains(given)) {
                error(applied, at, "it has no argument " + given + NearestName.suggestion(given, known));
            }
        }
        for (InputValueDefinition argument : definition.getInputValueDefinitions()) {
            Value<?> given = applied.arguments().get(argument.getName());
            boolean required = argument.getType() instanceof NonNullType && argument.getDefaultValue() == null;
            if (given == null && required) {
                error(applied, at, "it lacks the argument " + argument.getName());
            } else if (given != null && !fits(given, argument)) {
                error(
                        applied,
                        at,
                        "the argument " + argument.getName() + " is of type "
                                + AstPrinter.printAstCompact(argument.getType()));
            }
        }
    }

    /** The scalars of specifications have rules of their own, and codes of their own for what breaks them. */
    private boolean fits(Value<?> given, InputValueDefinition argument) {
        var type = ReadTypeReference.read(AstPrinter.printAst(argument.getType()));
        boolean isSpecScalar =
                type.typeName().contains("__") && !subgraph.types().containsKey(type.typeName());
        return isSpecScalar ? !(given instanceof NullValue) : literals.fits(given, type);
    }

    private void error(AppliedDirective applied, Optional<Coordinate> at, String reason) {
        String message = applied.print() + " on " + at.map(Coordinate::toString).orElse("the schema") + ": " + reason;
        if (at.isPresent()) {
            problems.error(ErrorCode.INVALID_GRAPHQL, message, at.get(), subgraph.name(), applied.line());
        } else {
            problems.error(ErrorCode.INVALID_GRAPHQL, message, subgraph.name(), applied.line());
        }
    }
}
