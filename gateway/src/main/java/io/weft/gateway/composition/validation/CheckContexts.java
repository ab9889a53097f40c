package io.weft.gateway.composition.validation;

import graphql.language.DirectiveDefinition;
import graphql.language.InputValueDefinition;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.regex.Pattern;

/** Whether contexts of one subgraph are named, set and used as the specification allows. */
public final class CheckContexts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private final ValidatedSubgraph subgraph;
    private final Problems problems;
    private final ReadContexts contexts;

    public CheckContexts(ValidatedSubgraph subgraph, Problems problems) {
        this.subgraph = subgraph;
        this.problems = problems;
        this.contexts = new ReadContexts(subgraph.types());
    }

    public void check() {
        for (SchemaType type : subgraph.types().values()) {
            if (!type.hasDirectives()) {
                continue;
            }
            type.all(FederationDirective.CONTEXT).forEach(applied -> name(type, applied));
            if (type instanceof SchemaType.Composite composite) {
                for (SchemaField field : composite.fields().values()) {
                    for (SchemaInputValue argument : field.arguments().values()) {
                        argument.first(FederationDirective.FROM_CONTEXT)
                                .ifPresent(applied -> argument(composite, field, argument, applied));
                    }
                }
            }
        }
        subgraph.parsed().directives().values().forEach(this::definition);
    }

    private void name(SchemaType type, AppliedDirective applied) {
        String name = applied.string("name").orElse("");
        if (!NAME.matcher(name).matches()) {
            error(
                    ErrorCode.CONTEXT_NAME_INVALID,
                    applied.print() + " on " + type.name() + ": the name has more than letters and digits",
                    Coordinate.of(type.name()),
                    applied.line());
        }
    }

    private void definition(DirectiveDefinition definition) {
        for (InputValueDefinition argument : definition.getInputValueDefinitions()) {
            boolean isContextual = argument.getDirectives().stream()
                    .anyMatch(applied -> subgraph.parsed()
                            .links()
                            .federationDirective(applied.getName())
                            .filter(FederationDirective.FROM_CONTEXT::equals)
                            .isPresent());
            if (isContextual) {
                problems.error(
                        ErrorCode.CONTEXT_NOT_SET,
                        "@" + definition.getName() + "(" + argument.getName()
                                + ":) is the argument of a directive and has @fromContext",
                        subgraph.name(),
                        argument.getSourceLocation() == null
                                ? 0
                                : argument.getSourceLocation().getLine());
            }
        }
    }

    private void argument(
            SchemaType.Composite type, SchemaField field, SchemaInputValue argument, AppliedDirective applied) {
        Coordinate at = Coordinate.of(type.name(), field.name(), argument.name());
        if (!(type instanceof SchemaType.ObjectType object)) {
            error(
                    ErrorCode.CONTEXT_NOT_SET,
                    at + " is of an interface's field: the value would not be the same for all that implement it",
                    at,
                    applied.line());
            return;
        }
        for (String contract : object.interfaces()) {
            if (subgraph.field(contract, field.name()).isPresent()) {
                error(
                        ErrorCode.CONTEXT_NOT_SET,
                        at + " is of a field that implements " + contract + "." + field.name()
                                + ": the value would not be the same for all that implement it",
                        at,
                        applied.line());
            }
        }
        if (argument.defaultValue().isPresent()) {
            error(
                    ErrorCode.CONTEXT_NOT_SET,
                    at + " has @fromContext and a default, which would never be used",
                    at,
                    applied.line());
        }
        reference(object, at, argument, applied);
    }

    private void reference(
            SchemaType.ObjectType type, Coordinate at, SchemaInputValue argument, AppliedDirective applied) {
        ContextReference reference = ContextReference.of(argument).orElse(null);
        if (reference == null) {
            error(
                    ErrorCode.NO_CONTEXT_IN_SELECTION,
                    applied.print() + " on " + at + " does not name a context and what it selects of it",
                    at,
                    applied.line());
            return;
        }
        if (contexts.setBy(reference.context()).isEmpty()) {
            error(
                    ErrorCode.CONTEXT_NOT_SET,
                    applied.print() + " on " + at + ": no type sets the context " + reference.context(),
                    at,
                    applied.line());
        } else {
            new CheckContextSelection(subgraph, contexts.setBy(reference.context()), argument.type())
                    .problem(reference.selection())
                    .ifPresent(why -> error(
                            ErrorCode.CONTEXT_INVALID_SELECTION,
                            applied.print() + " on " + at + ": " + why,
                            at,
                            applied.line()));
        }
        if (subgraph.keys(type.name()).stream().noneMatch(key -> key.use() == EntityKey.Use.LOOKUP)) {
            error(
                    ErrorCode.CONTEXT_NO_RESOLVABLE_KEY,
                    type.name() + " has no resolvable @key, so that " + at + " cannot be asked when its value is known",
                    at,
                    applied.line());
        }
    }

    private void error(ErrorCode code, String message, Coordinate at, int line) {
        problems.error(code, message, at, subgraph.name(), line);
    }
}
