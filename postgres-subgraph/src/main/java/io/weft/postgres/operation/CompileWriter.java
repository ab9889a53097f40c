package io.weft.postgres.operation;

import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import graphql.schema.SelectedField;
import io.weft.postgres.operation.Writer.InfoField;
import io.weft.postgres.operation.Writer.Named;
import io.weft.postgres.operation.Writer.OfObject;
import io.weft.postgres.operation.Writer.Part;
import io.weft.postgres.sql.PageReader;
import io.weft.postgres.sql.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** A reader and what is selected of it in, a writer out; none where a field is not the reader's: then it is the service's own. */
final class CompileWriter {

    private final BiPredicate<String, String> own;
    private boolean foreign;

    /** @param own whether a field of a type is fetched by the service itself */
    CompileWriter(BiPredicate<String, String> own) {
        this.own = own;
    }

    Optional<Writer> compile(Reader reader, String typeName, List<SelectedField> fields) {
        Writer writer = switch (reader) {
            case Reader.ObjectReader object -> object(object, typeName, fields);
            case Reader.Many many -> connection(many, typeName, fields);
            case Reader.Cell _, Reader.Nothing _, Reader.One _, Reader.Rows _ ->
                throw new IllegalArgumentException(typeName + " is no answer of a statement");
        };
        return foreign ? Optional.empty() : Optional.of(writer);
    }

    private OfObject object(Reader.ObjectReader reader, String typeName, List<SelectedField> fields) {
        List<Named> writers = new ArrayList<>();
        for (SelectedField field : fields) {
            if (field.getObjectTypeNames().contains(typeName)) {
                check(typeName, field);
                Optional<Writer> writer = field.getName().equals("__typename")
                        ? Optional.of(new Writer.TypeName(text(typeName)))
                        : reader.fields().stream()
                                .filter(named -> named.responseName().equals(field.getResultKey()))
                                .findFirst()
                                .map(named -> value(named.reader(), field));
                writer.ifPresentOrElse(
                        found -> writers.add(new Named(text(field.getResultKey()), found)), () -> foreign = true);
            }
        }
        return new OfObject(writers);
    }

    private void check(String typeName, SelectedField field) {
        foreign |= own.test(typeName, field.getName());
    }

    private Writer value(Reader reader, SelectedField field) {
        boolean nullable = !(field.getType() instanceof GraphQLNonNull);
        List<SelectedField> below = field.getSelectionSet().getImmediateFields();
        return switch (reader) {
            case Reader.Cell cell -> new Writer.Cell(cell.index(), nullable, WriteLeaf.of(cell, field));
            case Reader.Nothing() -> new Writer.Nothing(nullable);
            case Reader.ObjectReader object -> object(object, typeName(field), below);
            case Reader.One one -> new Writer.One(one.index(), nullable, object(one.object(), typeName(field), below));
            case Reader.Rows rows -> new Writer.Rows(rows.index(), object(rows.object(), typeName(field), below));
            case Reader.Many many -> connection(many, typeName(field), below);
        };
    }

    private Writer connection(Reader.Many many, String typeName, List<SelectedField> fields) {
        List<Part> parts = new ArrayList<>();
        for (SelectedField field : fields) {
            check(typeName, field);
            SerializableString name = text(field.getResultKey());
            List<SelectedField> below = field.getSelectionSet().getImmediateFields();
            switch (field.getName()) {
                case "__typename" -> parts.add(new Part.Beside(name, new Writer.TypeName(text(typeName))));
                case "nodes" ->
                    parts.add(new Part.Nodes(
                            name, object(many.page().node(field.getResultKey()), typeName(field), below)));
                case "edges" -> parts.add(new Part.Edges(name, edge(many.page(), field, below)));
                case "pageInfo" ->
                    parts.add(new Part.Info(
                            name,
                            below.stream()
                                    .map(info -> new InfoField(text(info.getResultKey()), info.getName()))
                                    .toList()));
                default -> {
                    Reader beside = many.beside().get(field.getResultKey());
                    if (beside == null) {
                        foreign = true;
                    } else {
                        parts.add(new Part.Beside(name, value(beside, field)));
                    }
                }
            }
        }
        return new Writer.OfConnection(many.rowsIndex(), many.page(), parts);
    }

    private OfObject edge(PageReader page, SelectedField edge, List<SelectedField> fields) {
        List<Named> writers = new ArrayList<>();
        for (SelectedField field : fields) {
            check(typeName(edge), field);
            Optional<Writer> writer = switch (field.getName()) {
                case "__typename" -> Optional.of(new Writer.TypeName(text(typeName(edge))));
                case "cursor" -> Optional.of(new Writer.OfCursor(page));
                case "node" ->
                    Optional.of(object(
                            page.node(edge.getResultKey() + "." + field.getResultKey()),
                            typeName(field),
                            field.getSelectionSet().getImmediateFields()));
                default -> Optional.empty();
            };
            writer.ifPresentOrElse(
                    found -> writers.add(new Named(text(field.getResultKey()), found)), () -> foreign = true);
        }
        return new OfObject(writers);
    }

    /** The one type of the objects that a field answers with. */
    private static String typeName(SelectedField field) {
        GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(field.getType());
        return type.getName();
    }

    private static SerializableString text(String text) {
        return new SerializedString(text);
    }
}
