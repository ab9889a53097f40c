package io.weft.gateway.composition.transform;

import graphql.language.AstPrinter;
import graphql.language.Value;
import io.weft.gateway.composition.schema.FieldAt;
import io.weft.gateway.composition.schema.LiteralOf;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.supergraph.FieldTerms;
import io.weft.gateway.transform.Transform.Given;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Gives arguments values: for good, so that clients no longer see them, or for when a client gives none. */
final class GiveArguments {

    private final TransformDraft draft;

    GiveArguments(TransformDraft draft) {
        this.draft = draft;
    }

    void fix(List<Given> arguments) {
        arguments.forEach(given -> with(given, (at, argument, value) -> {
            SchemaField field = field(at.field());
            Map<String, SchemaInputValue> left = new LinkedHashMap<>(field.arguments());
            left.remove(at.argument());
            draft.putField(at.field(), field.withArguments(left));
            String literal = AstPrinter.printAstCompact(value);
            draft.terms().changeSteps(at.field(), step -> fixed(step, at.argument(), literal));
        }));
    }

    void defaults(List<Given> arguments) {
        arguments.forEach(given -> with(given, (at, argument, ofService) -> {
            SchemaField field = field(at.field());
            Map<String, SchemaInputValue> all = new LinkedHashMap<>(field.arguments());
            LiteralOf literal = new LiteralOf(draft.types());
            all.put(
                    at.argument(),
                    argument.withDefault(
                            literal.of(given.value(), argument.type()).value()));
            draft.putField(at.field(), field.withArguments(all));
            String text = AstPrinter.printAstCompact(ofService);
            draft.terms().changeSteps(at.field(), step -> withDefault(step, at.argument(), text));
        }));
    }

    private interface Change {
        /** @param ofService the value, in the service's terms */
        void apply(ArgumentAt at, SchemaInputValue argument, Value<?> ofService);
    }

    private void with(Given given, Change change) {
        Optional<ArgumentAt> found = ArgumentAt.find(draft, given.argument());
        if (found.isEmpty()) {
            return;
        }
        ArgumentAt at = found.get();
        for (String contract : draft.demanding(at.field())) {
            if (ArgumentAt.arguments(draft, at.field().on(contract)).contains(at.argument())) {
                draft.problem(
                        given.argument(),
                        at.field() + " is a field of the interface " + contract + " too: give the argument of "
                                + at.field().on(contract) + " a value, and the types that implement it follow");
                return;
            }
        }
        for (String type : draft.withImplementing(at.field().type())) {
            ArgumentAt here = new ArgumentAt(at.field().on(type), at.argument());
            SchemaInputValue argument =
                    Objects.requireNonNull(field(here.field()).arguments().get(at.argument()));
            LiteralOf.Result literal = new LiteralOf(draft.types()).of(given.value(), argument.type());
            if (literal.value().isEmpty()) {
                draft.problem(given.argument(), "the value of " + here + " does not fit: " + literal.reason());
                return;
            }
            change.apply(
                    here, argument, draft.terms().ofService(literal.value().get(), argument.type(), draft.types()));
        }
    }

    private SchemaField field(FieldAt at) {
        if (draft.types().get(at.type()) instanceof SchemaType.Composite type
                && type.fields().get(at.field()) instanceof SchemaField field) {
            return field;
        }
        throw new IllegalStateException("no field " + at);
    }

    private static FieldTerms.Step fixed(FieldTerms.Step step, String argument, String literal) {
        if (!step.arguments().containsKey(argument)) {
            return step;
        }
        Map<String, String> arguments = new LinkedHashMap<>(step.arguments());
        Map<String, String> constants = new LinkedHashMap<>(step.constants());
        Map<String, String> defaults = new LinkedHashMap<>(step.defaults());
        constants.put(Objects.requireNonNull(arguments.remove(argument)), literal);
        defaults.remove(argument);
        return new FieldTerms.Step(step.field(), arguments, constants, defaults);
    }

    private static FieldTerms.Step withDefault(FieldTerms.Step step, String argument, String literal) {
        if (!step.arguments().containsKey(argument)) {
            return step;
        }
        Map<String, String> defaults = new LinkedHashMap<>(step.defaults());
        defaults.put(argument, literal);
        return new FieldTerms.Step(step.field(), step.arguments(), step.constants(), defaults);
    }
}
