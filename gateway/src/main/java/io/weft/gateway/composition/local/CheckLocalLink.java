package io.weft.gateway.composition.local;

import graphql.parser.Parser;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.schema.LiteralFit;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.stitch.KeyFit;
import io.weft.gateway.document.TypeReference;
import io.weft.gateway.supergraph.KeyTemplate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a link says is the key of an object must be fields of that object, of types that fit. */
final class CheckLocalLink {

    private final LocalLink link;
    private final Map<String, SchemaType> types;
    private final KeyFit fit;
    private final Consumer<String> problem;
    private final Set<List<String>> lists = new LinkedHashSet<>();

    /** @param types of all services together */
    CheckLocalLink(LocalLink link, Map<String, SchemaType> types, Consumer<String> problem) {
        this.link = link;
        this.types = types;
        this.fit = new KeyFit(types, types);
        this.problem = problem;
    }

    void check() {
        if (!(types.get(link.target()) instanceof SchemaType.ObjectType target)) {
            problem.accept(link.target() + " is no object type: an object is found by its key only where its type is"
                    + " certain");
            return;
        }
        object(target, link.key(), "");
        if (link.isList() && lists.isEmpty()) {
            problem.accept("it is " + link.field().type().print() + ", but nothing in its key, "
                    + link.key().print() + ", is a list");
        } else if (lists.size() > 1) {
            problem.accept("its key is made of the lists "
                    + String.join(
                            " and ",
                            lists.stream()
                                    .map(path -> "$key." + String.join(".", path))
                                    .toList())
                    + ", and nothing says how their elements belong together: select them of one list");
        }
    }

    private void object(SchemaType.ObjectType target, KeyTemplate.ObjectOf key, String above) {
        key.fields().forEach((name, template) -> {
            SchemaField field = target.fields().get(name);
            if (field == null) {
                problem.accept("its key has " + above + name + ", but " + target.name() + " has no field " + name
                        + NearestName.suggestion(name, target.fields().keySet()));
            } else {
                field(field, template, above + name);
            }
        });
    }

    private void field(SchemaField field, KeyTemplate template, String at) {
        SchemaType type = types.get(field.type().typeName());
        switch (template) {
            case KeyTemplate.ObjectOf deeper -> {
                if (type instanceof SchemaType.ObjectType object && KeyFit.depth(field.type()) == 0) {
                    object(object, deeper, at + ".");
                } else {
                    problem.accept(at + " is " + field.type().print() + ", but is given an object");
                }
            }
            case KeyTemplate.Constant(String literal) -> {
                if (!new LiteralFit(types).fits(Parser.parseValue(literal), field.type())) {
                    problem.accept(at + " is " + field.type().print() + ", which " + literal + " is not");
                }
            }
            case KeyTemplate.FromKey(List<String> path) -> part(field, path, at);
            case KeyTemplate.ListOf list ->
                problem.accept(at + " is given a list, " + list.print() + ": a key has no lists");
            case KeyTemplate.ForEachKey each ->
                problem.accept(at + " is given " + each.print() + ": a link is made of one object, so write "
                        + each.element().print());
        }
    }

    private void part(SchemaField field, List<String> path, String at) {
        Optional<TypeReference> part = fit.part(link.at().type(), path);
        if (part.isEmpty()) {
            return;
        }
        int depth = KeyFit.depth(part.get());
        TypeReference one = new TypeReference.Named(part.get().typeName());
        TypeReference wanted =
                field.type() instanceof TypeReference.NonNull(TypeReference nullable) ? nullable : field.type();
        String given = "$key." + String.join(".", path) + ", " + part.get().print();
        if (!isLeaf(part.get()) || !isLeaf(wanted) || !fit.isTaken(one, wanted)) {
            problem.accept(at + " is " + field.type().print() + ", but is given " + given);
        } else if (depth > 1 || depth == 1 && !link.isList()) {
            problem.accept("it is " + link.field().type().print() + ", but " + at + " is given " + given);
        } else if (depth == 1) {
            lists.add(list(path));
        }
    }

    private boolean isLeaf(TypeReference type) {
        return !(types.get(type.typeName()) instanceof SchemaType.Composite)
                && !(types.get(type.typeName()) instanceof SchemaType.UnionType);
    }

    /** The way to the list that a path leads through. */
    private List<String> list(List<String> path) {
        for (int length = 1; length < path.size(); length++) {
            boolean isThere = fit.part(link.at().type(), path.subList(0, length))
                    .filter(part -> KeyFit.depth(part) > 0)
                    .isPresent();
            if (isThere) {
                return path.subList(0, length);
            }
        }
        return path;
    }
}
