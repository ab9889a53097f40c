package io.weft.gateway.composition.fieldset;

import graphql.language.AstPrinter;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.OperationDefinition;
import graphql.language.TypeName;
import graphql.language.VariableReference;
import graphql.parser.InvalidSyntaxException;
import io.weft.gateway.composition.subgraph.ParseSubgraph;
import io.weft.gateway.document.Argument;
import io.weft.gateway.document.Conditions;
import io.weft.gateway.document.FieldSelection;
import io.weft.gateway.document.InlineFragment;
import io.weft.gateway.document.Selection;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses the text of a field set; whether its fields exist is another question ({@link CheckFieldSet}). */
public final class ReadFieldSet {

    private static final Pattern NAMES = Pattern.compile("\\s*[_A-Za-z]\\w*(?:\\s+[_A-Za-z]\\w*)*\\s*");

    private ReadFieldSet() {}

    /** What came of it. */
    public sealed interface Result {
        record Read(FieldSet fieldSet) implements Result {}

        record HasDirective(String directive) implements Result {}

        record Invalid(String reason) implements Result {}
    }

    public static Result read(String text) {
        // most field sets are names only, and a parser costs a hundred times more
        if (NAMES.matcher(text).matches()) {
            List<Selection> leaves = new ArrayList<>();
            for (String name : text.strip().split("\\s+")) {
                leaves.add(FieldSelection.leaf(name));
            }
            return new Result.Read(new FieldSet(text, new SelectionSet(leaves)));
        }
        graphql.language.SelectionSet selections;
        try {
            String braced = text.strip().startsWith("{") ? text : "{" + text + "}";
            Document document = ParseSubgraph.document(braced);
            if (document.getDefinitions().size() != 1
                    || !(document.getDefinitions().getFirst() instanceof OperationDefinition operation)) {
                return new Result.Invalid("'" + text + "' is not a selection of fields");
            }
            selections = operation.getSelectionSet();
        } catch (InvalidSyntaxException invalid) {
            return new Result.Invalid("'" + text + "' is not a selection of fields");
        }
        Optional<String> directive = directive(selections);
        if (directive.isPresent()) {
            return new Result.HasDirective(directive.get());
        }
        Optional<String> alias = unsupported(selections);
        if (alias.isPresent()) {
            return new Result.Invalid(alias.get());
        }
        return new Result.Read(new FieldSet(text, convert(selections)));
    }

    private static Optional<String> directive(graphql.language.SelectionSet selections) {
        for (graphql.language.Selection<?> selection : selections.getSelections()) {
            if (selection instanceof DirectivesContainer<?> container
                    && !container.getDirectives().isEmpty()) {
                return Optional.of("@" + container.getDirectives().getFirst().getName());
            }
            Optional<String> below = below(selection).flatMap(ReadFieldSet::directive);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unsupported(graphql.language.SelectionSet selections) {
        for (graphql.language.Selection<?> selection : selections.getSelections()) {
            if (selection instanceof FragmentSpread spread) {
                return Optional.of("it spreads the fragment " + spread.getName() + ", which cannot be defined here");
            }
            if (selection instanceof Field field && field.getAlias() != null) {
                return Optional.of("it gives " + field.getName() + " the alias " + field.getAlias()
                        + "; a field set has no aliases");
            }
            Optional<String> below = below(selection).flatMap(ReadFieldSet::unsupported);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static Optional<graphql.language.SelectionSet> below(graphql.language.Selection<?> selection) {
        return switch (selection) {
            case Field field -> Optional.ofNullable(field.getSelectionSet());
            case graphql.language.InlineFragment fragment -> Optional.ofNullable(fragment.getSelectionSet());
            default -> Optional.empty();
        };
    }

    private static SelectionSet convert(graphql.language.SelectionSet selections) {
        List<Selection> converted = new ArrayList<>();
        for (graphql.language.Selection<?> selection : selections.getSelections()) {
            SelectionSet children = below(selection).map(ReadFieldSet::convert).orElse(SelectionSet.EMPTY);
            if (selection instanceof Field field) {
                converted.add(new FieldSelection(
                        field.getName(), field.getName(), arguments(field), Conditions.ALWAYS, children));
            } else if (selection instanceof graphql.language.InlineFragment fragment) {
                Optional<String> condition =
                        Optional.ofNullable(fragment.getTypeCondition()).map(TypeName::getName);
                converted.add(new InlineFragment(condition, Conditions.ALWAYS, children));
            }
        }
        return new SelectionSet(converted);
    }

    private static List<Argument> arguments(Field field) {
        return field.getArguments().stream()
                .map(argument -> new Argument(
                        argument.getName(),
                        AstPrinter.printAstCompact(argument.getValue()),
                        argument.getValue() instanceof VariableReference variable
                                ? Set.of(variable.getName())
                                : Set.of()))
                .toList();
    }
}
