package io.weft.gateway.operation;

import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import io.weft.gateway.operation.OperationError.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client's document becomes an {@link Operation}, or the reasons why it is none. Safe for use by many threads. */
public final class OperationCompiler {
    private final GraphQLSchema schema;
    private final OperationLimits limits;
    private final ParserOptions parserOptions;

    /** @param apiSchema what clients see */
    public OperationCompiler(GraphQLSchema apiSchema, OperationLimits limits) {
        this.schema = apiSchema;
        this.limits = limits;
        this.parserOptions = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxCharacters(limits.maxCharacters())
                        .maxTokens(limits.maxTokens())
                        .captureIgnoredChars(false));
    }

    /** What compiling yields. */
    public sealed interface Result {
        record Compiled(Operation operation) implements Result {}

        /** @param errors at least one */
        record Rejected(List<OperationError> errors) implements Result {
            public Rejected {
                errors = List.copyOf(errors);
            }
        }
    }

    /** @param operationName which operation of the document; needed only where it has several */
    public Result compile(String text, Optional<String> operationName) {
        Document document;
        try {
            document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(parserOptions)
                    .locale(Locale.ROOT)
                    .build());
        } catch (ParseCancelledException | ParseCancelledTooDeepException | ParseCancelledTooManyCharsException e) {
            return rejected(Code.OPERATION_TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (InvalidSyntaxException e) {
            return new Result.Rejected(List.of(new OperationError(
                    String.valueOf(e.getMessage()), Code.GRAPHQL_PARSE_FAILED, at(e.getLocation()))));
        }
        Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
        Optional<String> tooLarge = new MeasureDocument(limits, fragments).exceeded(document);
        if (tooLarge.isPresent()) {
            return rejected(Code.OPERATION_TOO_LARGE, tooLarge.get());
        }
        List<ValidationError> invalid = new Validator().validateDocument(schema, document, Locale.ROOT);
        if (!invalid.isEmpty()) {
            return new Result.Rejected(
                    invalid.stream().map(OperationCompiler::validationError).toList());
        }
        return chosen(document, operationName, fragments);
    }

    private Result chosen(
            Document document, Optional<String> operationName, Map<String, FragmentDefinition> fragments) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        List<OperationDefinition> candidates = operations.stream()
                .filter(operation ->
                        operationName.isEmpty() || operationName.get().equals(operation.getName()))
                .toList();
        if (candidates.size() == 1) {
            return new Result.Compiled(new NormaliseOperation(schema, fragments).normalise(candidates.getFirst()));
        }
        if (operations.isEmpty()) {
            return rejected(Code.OPERATION_RESOLUTION_FAILURE, "The document has no operation");
        }
        return rejected(
                Code.OPERATION_RESOLUTION_FAILURE,
                operationName
                        .map(name -> "The document has no operation '" + name + "'; it has: " + names(operations))
                        .orElseGet(() -> "The document has several operations; name one of them in 'operationName': "
                                + names(operations)));
    }

    private static String names(List<OperationDefinition> operations) {
        return String.join(
                ", ",
                operations.stream()
                        .map(OperationDefinition::getName)
                        .map(name -> name == null ? "(unnamed)" : name)
                        .toList());
    }

    private static Result rejected(Code code, String message) {
        return new Result.Rejected(List.of(new OperationError(message, code, List.of())));
    }

    private static OperationError validationError(ValidationError error) {
        List<SourceLocation> locations = error.getLocations() == null ? List.of() : error.getLocations();
        return new OperationError(
                error.getMessage(),
                Code.GRAPHQL_VALIDATION_FAILED,
                locations.stream().flatMap(location -> at(location).stream()).toList());
    }

    private static List<OperationError.Location> at(@Nullable SourceLocation location) {
        return Stream.ofNullable(location)
                .filter(known -> known.getLine() > 0)
                .map(known -> new OperationError.Location(known.getLine(), known.getColumn()))
                .toList();
    }
}
