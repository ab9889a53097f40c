package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import io.weft.gateway.composition.validation.EntryKeys;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.stitching.EntryPoint.Arguments;
import io.weft.gateway.stitching.KeyUse;
import io.weft.gateway.stitching.ReadArguments;
import io.weft.gateway.supergraph.KeyTemplate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All the ways to say what a root field is given become one: an expression for each argument. */
final class MakeArguments {

    private final ParsedSubgraph subgraph;
    private final EntryKeys keys;
    private final EntryErrors errors;

    MakeArguments(ParsedSubgraph subgraph, EntryKeys keys, EntryErrors errors) {
        this.subgraph = subgraph;
        this.keys = keys;
        this.errors = errors;
    }

    /** Empty where an error has been told. */
    Optional<Map<String, KeyTemplate>> make(SchemaField root, Arguments arguments) {
        Optional<Map<String, KeyTemplate>> made = switch (arguments) {
            case Arguments.Expression(String argsExpr) -> read(argsExpr);
            case Arguments.OfKey ofKey -> ofKey(root, ofKey);
        };
        return made.filter(this::usesKey);
    }

    private boolean usesKey(Map<String, KeyTemplate> arguments) {
        return switch (KeyUse.of(arguments.values())) {
            case OF_ONE, OF_EACH -> true;
            case NONE -> {
                invalid("there is no $key in its arguments");
                yield false;
            }
            case MIXED -> {
                invalid("its arguments mix [[...]], which is made of all keys, with a $key outside of it");
                yield false;
            }
        };
    }

    private Optional<Map<String, KeyTemplate>> read(String text) {
        return switch (ReadArguments.read(text)) {
            case ReadArguments.Result.Read(Map<String, KeyTemplate> read) -> Optional.of(read);
            case ReadArguments.Result.Invalid(String reason) -> {
                invalid(reason);
                yield Optional.empty();
            }
        };
    }

    private Optional<Map<String, KeyTemplate>> ofKey(SchemaField root, Arguments.OfKey said) {
        if (said.keyField().isPresent() && !said.key().isEmpty()) {
            invalid("it has both keyField and key");
            return Optional.empty();
        }
        Optional<List<String>> path = keyArgument(root, said);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Optional<TypeReference> type = typeAt(root, path.get());
        Optional<KeyTemplate> value = type.flatMap(given -> value(given, said));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        KeyTemplate template = value.get();
        for (String name : path.get().subList(1, path.get().size()).reversed()) {
            template = new KeyTemplate.ObjectOf(Map.of(name, template));
        }
        Map<String, KeyTemplate> arguments = new LinkedHashMap<>();
        arguments.put(path.get().getFirst(), template);
        return said.additionalArgs().isEmpty()
                ? Optional.of(arguments)
                : read(said.additionalArgs().get()).flatMap(more -> with(arguments, more));
    }

    private Optional<Map<String, KeyTemplate>> with(
            Map<String, KeyTemplate> arguments, Map<String, KeyTemplate> additional) {
        for (Map.Entry<String, KeyTemplate> argument : additional.entrySet()) {
            if (KeyUse.of(argument.getValue()) != KeyUse.NONE) {
                invalid("its additionalArgs have a $key in " + argument.getKey()
                        + "; they are constants: write all arguments in argsExpr");
                return Optional.empty();
            }
            if (arguments.put(argument.getKey(), argument.getValue()) != null) {
                invalid("its additionalArgs give " + argument.getKey() + ", which takes the key");
                return Optional.empty();
            }
        }
        return Optional.of(arguments);
    }

    private Optional<List<String>> keyArgument(SchemaField root, Arguments.OfKey said) {
        if (said.keyArg().isPresent()) {
            return Optional.of(List.of(said.keyArg().get().split("\\.", -1)));
        }
        Set<String> names = root.arguments().keySet();
        if (names.size() == 1) {
            return Optional.of(List.copyOf(names));
        }
        invalid(
                names.isEmpty()
                        ? "it has no arguments, so it cannot be given a key"
                        : "it has the arguments " + String.join(", ", names)
                                + ", and nothing says which of them takes the key: name it as keyArg");
        return Optional.empty();
    }

    private Optional<TypeReference> typeAt(SchemaField root, List<String> path) {
        Map<String, SchemaInputValue> inputs = root.arguments();
        Optional<TypeReference> type = Optional.empty();
        for (String name : path) {
            SchemaInputValue input = inputs.get(name);
            if (input == null) {
                errors.error(
                        ErrorCode.MERGE_ARGUMENT_UNKNOWN,
                        "its keyArg is " + String.join(".", path) + ", but there is no " + name
                                + NearestName.suggestion(name, inputs.keySet()));
                return Optional.empty();
            }
            type = Optional.of(input.type());
            inputs = subgraph.types().get(input.type().typeName()) instanceof SchemaType.InputType object
                    ? object.fields()
                    : Map.of();
        }
        return type;
    }

    private Optional<KeyTemplate> value(TypeReference type, Arguments.OfKey said) {
        Optional<KeyTemplate> one;
        if (said.keyField().isPresent()) {
            one = Optional.of(
                    new KeyTemplate.FromKey(List.of(said.keyField().get().split("\\.", -1))));
        } else if (!said.key().isEmpty()) {
            one = mapped(said.key());
        } else {
            one = new WholeKey(subgraph.types(), keys).as(type.typeName());
            if (one.isEmpty()) {
                errors.error(
                        ErrorCode.MERGE_KEY_MISSING,
                        "nothing says which part of the key it is given as " + type.print()
                                + ": name it as keyField, or write argsExpr");
            }
        }
        TypeReference nullable = type instanceof TypeReference.NonNull(TypeReference inner) ? inner : type;
        return nullable instanceof TypeReference.ListOf ? one.map(KeyTemplate.ForEachKey::new) : one;
    }

    /** {@code ["theId:id", "where.ns:owner.ns"]}: what stands before the colon is a path of the input object. */
    private Optional<KeyTemplate> mapped(List<String> mappings) {
        Map<List<String>, KeyTemplate> byPath = new LinkedHashMap<>();
        for (String mapping : mappings) {
            String[] sides = mapping.strip().split("\\s*:\\s*", -1);
            boolean isWritten = sides.length <= 2 && Arrays.stream(sides).allMatch(MakeArguments::isPath);
            if (!isWritten) {
                invalid("its key has '" + mapping + "', which is neither a field nor field:field-of-the-key");
                return Optional.empty();
            }
            byPath.put(
                    List.of(sides[0].split("\\.")),
                    new KeyTemplate.FromKey(List.of(sides[sides.length - 1].split("\\."))));
        }
        return Optional.of(object(byPath));
    }

    private static KeyTemplate object(Map<List<String>, KeyTemplate> byPath) {
        Map<String, Map<List<String>, KeyTemplate>> below = new LinkedHashMap<>();
        byPath.forEach((path, template) -> below.computeIfAbsent(path.getFirst(), key -> new LinkedHashMap<>())
                .put(path.subList(1, path.size()), template));
        Map<String, KeyTemplate> fields = new LinkedHashMap<>();
        below.forEach((name, deeper) -> {
            KeyTemplate leaf = deeper.get(List.of());
            fields.put(name, leaf == null ? object(deeper) : leaf);
        });
        return new KeyTemplate.ObjectOf(fields);
    }

    private static boolean isPath(String text) {
        return text.matches("[_A-Za-z]\\w*(\\.[_A-Za-z]\\w*)*");
    }

    private void invalid(String reason) {
        errors.error(ErrorCode.MERGE_ARGUMENTS_INVALID, reason);
    }
}
