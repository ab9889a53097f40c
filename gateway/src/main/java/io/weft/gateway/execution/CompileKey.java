package io.weft.gateway.execution;

import graphql.parser.Parser;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.execution.data.JsonOutput;
import io.weft.gateway.execution.data.Layout;
import io.weft.gateway.execution.data.LeafTerms;
import io.weft.gateway.execution.data.Names;
import io.weft.gateway.operation.JsonOfLiteral;
import io.weft.gateway.planning.plan.Representation;
import io.weft.gateway.planning.plan.Representation.RepresentationField;
import io.weft.gateway.planning.plan.Representation.Role;
import io.weft.gateway.supergraph.KeyTemplate;
import io.weft.gateway.supergraph.Subgraph;
import io.weft.gateway.supergraph.SubgraphType;
import io.weft.gateway.translation.TranslateInputs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a template ready to be written for objects that one representation describes. */
final class CompileKey {

    private final Subgraph subgraph;
    private final Representation representation;
    private final Layout layout;
    private final TranslateInputs terms;

    /** @param layout of the objects whose keys are written */
    CompileKey(Subgraph subgraph, Representation representation, Layout layout) {
        this.subgraph = subgraph;
        this.representation = representation;
        this.layout = layout;
        this.terms = new TranslateInputs(subgraph);
    }

    /** @param type that the subgraph wants */
    KeyPart of(KeyTemplate template, TypeReference type) {
        return switch (template) {
            case KeyTemplate.FromKey(List<String> path) when path.isEmpty() -> whole(type);
            case KeyTemplate.FromKey(List<String> path) -> into(path, representation.fields(), layout, type);
            case KeyTemplate.Constant(String literal) -> new KeyPart.Constant(json(terms.literal(literal, type)));
            case KeyTemplate.ObjectOf(Map<String, KeyTemplate> fields) -> {
                List<KeyPart.Fields.Field> compiled = new ArrayList<>();
                fields.forEach((name, value) -> compiled.add(new KeyPart.Fields.Field(
                        name(terms.inputField(type, name)), of(value, typeOf(subgraph, type, name)))));
                yield new KeyPart.Fields(compiled);
            }
            case KeyTemplate.ListOf(List<KeyTemplate> elements) ->
                new KeyPart.Elements(elements.stream()
                        .map(element -> of(element, element(type)))
                        .toList());
            case KeyTemplate.ForEachKey forEach ->
                throw new IllegalArgumentException("a list of keys inside of a key: " + template.print());
        };
    }

    /** A constant as JSON. */
    static byte[] json(String literal) {
        return new JsonOutput()
                .value(JsonOfLiteral.of(Parser.parseValue(literal)))
                .toByteArray();
    }

    static byte[] name(String name) {
        return bytes('"' + name + "\":");
    }

    static TypeReference element(TypeReference list) {
        return switch (list) {
            case TypeReference.ListOf(TypeReference element) -> element;
            case TypeReference.NonNull(TypeReference nullable) -> element(nullable);
            case TypeReference.Named named -> named;
        };
    }

    /** The type of an input object's field; where the subgraph's own scalar takes objects, that scalar. */
    static TypeReference typeOf(Subgraph subgraph, TypeReference object, String field) {
        TypeReference.Named scalar = new TypeReference.Named(object.typeName());
        return subgraph.types().get(object.typeName()) instanceof SubgraphType.InputObject(var name, var fields)
                ? fields.getOrDefault(field, scalar)
                : scalar;
    }

    /** The whole key: what of it an input object has fields for, or all of it with its type's name. */
    private KeyPart whole(TypeReference type) {
        if (FitLeaf.to(type.typeName()) != FitLeaf.AS_IS) {
            List<RepresentationField> fields = representation.fields();
            if (fields.size() != 1) {
                throw new IllegalArgumentException("a key of " + fields.size() + " fields as " + type.print());
            }
            return into(List.of(fields.getFirst().name()), fields, layout, type);
        }
        boolean isInput = subgraph.types().get(type.typeName()) instanceof SubgraphType.InputObject;
        List<KeyPart.Fields.Field> fields = new ArrayList<>(below(representation.fields(), layout, type));
        if (!isInput) {
            fields.add(new KeyPart.Fields.Field(name("__typename"), typename()));
        }
        return new KeyPart.Fields(fields);
    }

    private KeyPart.Typename typename() {
        return new KeyPart.Typename(
                switch (representation.typename()) {
                    case Representation.Typename.OfObject() -> null;
                    case Representation.Typename.Fixed(String name) ->
                        bytes('"' + subgraph.translation().type(name) + '"');
                },
                LeafTerms.of(subgraph.translation().types()));
    }

    private List<KeyPart.Fields.Field> below(
            List<RepresentationField> fields, @Nullable Layout at, TypeReference type) {
        boolean isInput = subgraph.types().get(type.typeName()) instanceof SubgraphType.InputObject;
        return fields.stream()
                .map(RepresentationField::name)
                .distinct()
                .filter(name -> !isInput || takes(type, name))
                .map(name -> new KeyPart.Fields.Field(
                        name(terms.inputField(type, name)),
                        into(List.of(name), fields, at, typeOf(subgraph, type, name))))
                .toList();
    }

    private boolean takes(TypeReference type, String field) {
        return subgraph.types().get(type.typeName()) instanceof SubgraphType.InputObject(var name, var fields)
                && fields.containsKey(field);
    }

    private KeyPart into(List<String> path, List<RepresentationField> fields, @Nullable Layout at, TypeReference type) {
        List<KeyPart.Into.Branch> branches = fields.stream()
                .filter(field -> field.name().equals(path.getFirst()))
                .map(field -> branch(field, path.subList(1, path.size()), at, type))
                .toList();
        return branches.isEmpty() ? new KeyPart.Absent() : new KeyPart.Into(branches);
    }

    private KeyPart.Into.Branch branch(
            RepresentationField field, List<String> rest, @Nullable Layout at, TypeReference type) {
        int slot = at == null ? -1 : at.slot(field.dataKey());
        Layout child = at == null || slot < 0 ? null : at.child(slot);
        KeyPart below = null;
        if (!rest.isEmpty()) {
            below = into(rest, field.children(), child, type);
        } else if (!field.children().isEmpty()) {
            below = new KeyPart.Fields(below(field.children(), child, type));
        }
        return new KeyPart.Into.Branch(
                new Names(field.onTypes()),
                slot,
                field.role() == Role.REQUIREMENT && !(type instanceof TypeReference.NonNull),
                below,
                FitLeaf.to(type.typeName()),
                LeafTerms.of(terms.values(type)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
