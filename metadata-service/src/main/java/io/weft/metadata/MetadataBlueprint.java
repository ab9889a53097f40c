package io.weft.metadata;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.catalog.Column;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.registry.RecordType;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.Root;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.serving.SubgraphBlueprint;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Publishes {@code Record.metadata} with a field per schema, and a connection over each schema's rows. */
@Component
class MetadataBlueprint implements SubgraphBlueprint {

    @Override
    public List<String> schemas() {
        return List.of("records", "metadata");
    }

    @Override
    public Mono<Publication> publication(Transaction transaction, Catalog catalog) {
        return SchemaRegistry.read(transaction).map(registry -> publication(registry, catalog));
    }

    @Override
    public List<Selector> selectors(Publication publication) {
        return List.of(Selector.of(publication.type("Record"), "number", "Metadata"));
    }

    static Publication publication(SchemaRegistry registry, Catalog catalog) {
        List<ObjectType> types = new ArrayList<>();
        List<Root> roots = new ArrayList<>();
        List<PublishedField> perSchema = new ArrayList<>();
        for (SchemaDefinition schema : registry.newest()) {
            Table table = catalog.find(schema.table())
                    .orElseThrow(() -> new IllegalStateException(
                            "the registry knows " + schema.id() + " but the database has no table " + schema.table()));
            types.add(new ObjectType(schema.typeName(), table.comment(), table, fields(schema, table), List.of()));
            perSchema.add(new ToOneField(
                    schema.fieldName(),
                    "By the schema " + schema.id() + "; null if the record has none",
                    schema.typeName(),
                    RecordType.TO_ROWS,
                    Set.of(PublishedField.Use.FILTER, PublishedField.Use.SORT)));
            roots.add(new Root.Connection(schema.rootName(), schema.typeName(), table.comment()));
        }
        types.add(RecordType.with(
                catalog,
                new GroupField("metadata", "What its publisher says of it, by schema.", "RecordMetadata", perSchema)));
        return new Publication(types, roots);
    }

    private static List<PublishedField> fields(SchemaDefinition schema, Table table) {
        List<PublishedField> fields = new ArrayList<>();
        for (FieldDefinition definition : schema.fields()) {
            Column column = table.column(definition.name());
            ColumnField field = ColumnField.of(column).described(FieldColumn.comment(definition));
            fields.add(definition.type() == FieldDefinition.Type.URL ? field.typed("URL") : field);
        }
        fields.add(ColumnField.of(table.column("schema_version")).described("The version it was put by"));
        fields.add(RecordType.ofRow());
        return fields;
    }
}
