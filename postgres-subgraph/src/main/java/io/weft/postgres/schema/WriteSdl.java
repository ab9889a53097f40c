package io.weft.postgres.schema;

import static io.weft.postgres.schema.Definitions.description;
import static io.weft.postgres.schema.Definitions.field;

import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Publication} in, its SDL out: types by name, fields in their order, only what is reachable. Equal publications
 * give equal texts.
 */
public final class WriteSdl {

    private final Publication publication;
    private final List<Selector> selectors;
    private final Definitions definitions = new Definitions();
    private final ValueTypeSdl values = new ValueTypeSdl(definitions);
    private final SearchSdl searches = new SearchSdl(definitions, values);
    private final ConnectionSdl connections;
    private final MutationSdl mutations;

    private WriteSdl(Publication publication, List<Selector> selectors) {
        this.publication = publication;
        this.selectors = selectors;
        this.connections = new ConnectionSdl(publication, definitions, values, searches);
        this.mutations = new MutationSdl(publication, definitions, values, connections);
    }

    public static String write(Publication publication) {
        return write(publication, List.of());
    }

    /** With a root field for each selector; the contract's own SDL is to be added. */
    public static String write(Publication publication, List<Selector> selectors) {
        return new WriteSdl(publication, selectors).text("type Mutation");
    }

    /** The same for a service that has a type Mutation of its own. */
    public static String beside(Publication publication, List<Selector> selectors) {
        return new WriteSdl(publication, selectors).text("extend type Mutation");
    }

    private String text(String mutation) {
        for (ObjectType type : publication.types()) {
            writeObject(type.name(), type.description(), keys(type), type.fields());
        }
        StringBuilder sdl = new StringBuilder();
        if (!publication.roots().isEmpty() || !selectors.isEmpty()) {
            sdl.append("extend type Query {\n");
            publication.roots().stream()
                    .sorted(Comparator.comparing(Root::name))
                    .forEach(root -> sdl.append(root(root)));
            SelectorSdl ofSelectors = new SelectorSdl(publication, definitions, values, searches);
            selectors.forEach(selector -> sdl.append(ofSelectors.of(selector)));
            sdl.append("}\n\n");
        }
        if (!publication.writes().isEmpty()) {
            sdl.append(mutation).append(" {\n");
            publication.writes().stream()
                    .sorted(Comparator.comparing(Write::name))
                    .forEach(write -> sdl.append(mutations.of(write)));
            sdl.append("}\n\n");
        }
        return sdl.append(definitions.text()).toString();
    }

    private static String keys(ObjectType type) {
        StringBuilder keys = new StringBuilder();
        type.keys().forEach(key -> keys.append(" @key(fields: \"").append(key).append("\")"));
        return keys.toString();
    }

    private String root(Root root) {
        return switch (root) {
            case Root.Connection connection ->
                field(
                        connection.description(),
                        connection.name() + connections.arguments(connection.typeName()),
                        connections.of(connection.typeName()) + "!");
            case Root.Lookup lookup ->
                field(
                        lookup.description(),
                        lookup.name() + "("
                                + MutationSdl.arguments(publication.type(lookup.typeName()), lookup.keyField()) + ")",
                        lookup.typeName());
        };
    }

    private void writeObject(
            String name, @Nullable String description, String directives, List<PublishedField> fields) {
        StringBuilder sdl = new StringBuilder(description(description, ""))
                .append("type ")
                .append(name)
                .append(directives)
                .append(" {\n");
        fields.forEach(field -> sdl.append(ofField(field)));
        definitions.put(name, sdl.append("}\n").toString());
    }

    private String ofField(PublishedField field) {
        return switch (field) {
            case ColumnField column -> {
                values.need(column.column().type());
                String directives = column.directives().isEmpty() ? "" : " " + column.directives();
                yield field(column.description(), column.name(), GraphQlTypes.output(column) + directives);
            }
            case GroupField group -> {
                writeObject(group.typeName(), group.description(), "", group.fields());
                yield field(group.description(), group.name(), group.typeName() + (group.nonNull() ? "!" : ""));
            }
            case ToOneField one -> field(one.description(), one.name(), one.typeName());
            case ToManyField many ->
                field(
                        many.description(),
                        many.name() + connections.arguments(many.typeName()),
                        connections.of(many.typeName()) + "!");
            case MeasureField measure -> ofMeasure(measure);
        };
    }

    private String ofMeasure(MeasureField field) {
        String argument = OrderSdl.argument(field);
        searches.need(argument);
        return switch (field.measure()) {
            case RANK -> field(field.description(), field.name() + "(search: TextSearch!)", "Float");
            case HEADLINE ->
                field(
                        field.description(),
                        field.name() + "(search: TextSearch!, start: String! = \"«\", end: String! = \"»\","
                                + " words: Int! = 35, fragments: Int! = 0)",
                        "String");
            case SIMILARITY ->
                field(field.description(), field.name() + "(to: String!, metric: TrigramMetric! = WHOLE)", "Float");
            case DISTANCE ->
                field(
                        field.description(),
                        field.name() + "(to: " + SearchSdl.vector(argument) + "!, metric: VectorMetric! = COSINE)",
                        "Float");
        };
    }
}
