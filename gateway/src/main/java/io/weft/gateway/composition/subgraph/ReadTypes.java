package io.weft.gateway.composition.subgraph;

import graphql.language.AbstractDescribedNode;
import graphql.language.Argument;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.Node;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.language.Value;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.AppliedDirective;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.Origin;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.SubgraphName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns type definitions of a syntax tree into {@link SchemaType}s, extensions put together with what they extend. */
public final class ReadTypes {

    private final SubgraphName subgraph;
    private final Links links;
    private final RootTypes roots;
    private final KnownTypes known;
    private final Problems problems;
    private final Map<String, SchemaType> types = new LinkedHashMap<>();

    /** @param known what is not read again */
    public ReadTypes(SubgraphName subgraph, Links links, RootTypes roots, KnownTypes known, Problems problems) {
        this.subgraph = subgraph;
        this.links = links;
        this.roots = roots;
        this.known = known;
        this.problems = problems;
    }

    public Map<String, SchemaType> types() {
        return types;
    }

    public void read(Definition<?> definition) {
        if (!(definition instanceof TypeDefinition<?> typeDefinition)) {
            return;
        }
        @Nullable SchemaType before = known.of(definition);
        Optional<SchemaType> read = before == null ? meaning(definition, typeDefinition) : Optional.of(before);
        if (read.isEmpty()) {
            return;
        }
        add(read.get());
    }

    private Optional<SchemaType> meaning(Definition<?> definition, TypeDefinition<?> typeDefinition) {
        Origin origin =
                definition.getClass().getSimpleName().contains("Extension") ? Origin.EXTENSION : Origin.DEFINITION;
        SchemaType.Header header = new SchemaType.Header(
                renamed(typeDefinition.getName()),
                description(definition),
                directives(typeDefinition.getDirectives(), origin),
                line(definition),
                Set.of(origin));
        Optional<SchemaType> read = read(definition, header);
        // what is wrong has to be found again
        if (!problems.hasErrors()) {
            read.ifPresent(type -> known.keep(definition, type));
        }
        return read;
    }

    private void add(SchemaType type) {
        String name = type.name();
        SchemaType first = types.get(name);
        if (first == null) {
            types.put(name, type);
        } else if (type.header().origins().contains(Origin.DEFINITION)
                && first.header().origins().contains(Origin.DEFINITION)) {
            problems.error(
                    ErrorCode.INVALID_GRAPHQL,
                    "there are two definitions of " + name + "; the first is in line " + first.line(),
                    Coordinate.of(name),
                    subgraph,
                    type.line());
        } else {
            new JoinExtension(subgraph, problems).join(first, type).ifPresent(joined -> types.put(name, joined));
        }
    }

    private Optional<SchemaType> read(Definition<?> definition, SchemaType.Header header) {
        return switch (definition) {
            case ObjectTypeDefinition object ->
                Optional.of(new SchemaType.ObjectType(
                        header, fields(header, object.getFieldDefinitions()), names(header, object.getImplements())));
            case InterfaceTypeDefinition type ->
                Optional.of(new SchemaType.InterfaceType(
                        header, fields(header, type.getFieldDefinitions()), names(header, type.getImplements())));
            case UnionTypeDefinition union ->
                Optional.of(new SchemaType.UnionType(header, names(header, union.getMemberTypes())));
            case EnumTypeDefinition type ->
                Optional.of(new SchemaType.EnumType(header, values(header, type.getEnumValueDefinitions())));
            case InputObjectTypeDefinition input ->
                Optional.of(new SchemaType.InputType(
                        header, inputs(Coordinate.of(header.name()), input.getInputValueDefinitions())));
            case ScalarTypeDefinition scalar -> Optional.of(new SchemaType.ScalarType(header));
            default -> Optional.empty();
        };
    }

    private Map<String, SchemaField> fields(SchemaType.Header header, List<FieldDefinition> definitions) {
        Map<String, SchemaField> fields = new LinkedHashMap<>();
        for (FieldDefinition definition : definitions) {
            Coordinate at = Coordinate.of(header.name(), definition.getName());
            SchemaField field = new SchemaField(
                    definition.getName(),
                    description(definition),
                    type(definition.getType()),
                    inputs(at, definition.getInputValueDefinitions()),
                    fieldDirectives(header, definition),
                    line(definition));
            if (fields.put(field.name(), field) != null) {
                twice(at, field.line());
            }
        }
        return fields;
    }

    /** {@code @shareable} and {@code @external} on a declaration of a type are meant for the fields in it. */
    private List<AppliedDirective> fieldDirectives(SchemaType.Header header, FieldDefinition definition) {
        List<AppliedDirective> all = new ArrayList<>(directives(
                definition.getDirectives(), header.origins().iterator().next()));
        for (AppliedDirective onType : header.directives()) {
            boolean meant = onType.is(FederationDirective.SHAREABLE)
                    || (onType.is(FederationDirective.EXTERNAL) && links.isFederationTwo());
            if (meant) {
                all.add(onType);
            }
        }
        return all;
    }

    private Map<String, SchemaInputValue> inputs(Coordinate parent, List<InputValueDefinition> definitions) {
        Map<String, SchemaInputValue> inputs = new LinkedHashMap<>();
        for (InputValueDefinition definition : definitions) {
            SchemaInputValue input = new SchemaInputValue(
                    definition.getName(),
                    description(definition),
                    type(definition.getType()),
                    Optional.ofNullable(definition.getDefaultValue()),
                    directives(definition.getDirectives(), Origin.DEFINITION),
                    line(definition));
            if (inputs.put(input.name(), input) != null) {
                twice(
                        parent.member().isPresent()
                                ? new Coordinate(parent.type(), parent.member(), Optional.of(input.name()))
                                : Coordinate.of(parent.type(), input.name()),
                        input.line());
            }
        }
        return inputs;
    }

    private Map<String, SchemaEnumValue> values(SchemaType.Header header, List<EnumValueDefinition> definitions) {
        Map<String, SchemaEnumValue> values = new LinkedHashMap<>();
        for (EnumValueDefinition definition : definitions) {
            SchemaEnumValue value = new SchemaEnumValue(
                    definition.getName(),
                    description(definition),
                    directives(definition.getDirectives(), Origin.DEFINITION),
                    line(definition));
            if (values.put(value.name(), value) != null) {
                twice(Coordinate.of(header.name(), value.name()), value.line());
            }
        }
        return values;
    }

    private void twice(Coordinate coordinate, int line) {
        problems.error(ErrorCode.INVALID_GRAPHQL, coordinate + " is defined twice", coordinate, subgraph, line);
    }

    List<AppliedDirective> directives(List<Directive> directives, Origin origin) {
        List<AppliedDirective> applied = new ArrayList<>(directives.size());
        for (Directive directive : directives) {
            Map<String, Value<?>> arguments = new LinkedHashMap<>();
            for (Argument argument : directive.getArguments()) {
                arguments.put(argument.getName(), argument.getValue());
            }
            applied.add(new AppliedDirective(
                    links.federationDirective(directive.getName()),
                    directive.getName(),
                    arguments,
                    line(directive),
                    origin));
        }
        return applied;
    }

    private Set<String> names(SchemaType.Header header, List<?> references) {
        Set<String> names = new LinkedHashSet<>();
        for (Object reference : references) {
            if (reference instanceof TypeName name && !names.add(renamed(name.getName()))) {
                problems.error(
                        ErrorCode.INVALID_GRAPHQL,
                        header.name() + " names " + name.getName() + " twice",
                        Coordinate.of(header.name()),
                        subgraph,
                        header.line());
            }
        }
        return names;
    }

    private String renamed(String name) {
        return roots.usualNames().getOrDefault(name, name);
    }

    private TypeReference type(Type<?> type) {
        return switch (type) {
            case TypeName named -> new TypeReference.Named(renamed(named.getName()));
            case ListType list -> new TypeReference.ListOf(type(list.getType()));
            case NonNullType nonNull -> new TypeReference.NonNull(type(nonNull.getType()));
            default -> throw new IllegalStateException("a kind of type reference we do not know: " + type);
        };
    }

    private static Optional<String> description(Node<?> node) {
        return node instanceof AbstractDescribedNode<?> described && described.getDescription() != null
                ? Optional.ofNullable(described.getDescription().getContent())
                : Optional.empty();
    }

    private static int line(Node<?> node) {
        return node.getSourceLocation() == null ? 0 : node.getSourceLocation().getLine();
    }
}
