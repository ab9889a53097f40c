package io.weft.records;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.Root;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.serving.SubgraphBlueprint;
import io.weft.postgres.session.Transaction;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Publishes {@code records.records} as {@code Record}. */
@Component
final class RecordsBlueprint implements SubgraphBlueprint {

    @Override
    public List<String> schemas() {
        return List.of("records");
    }

    @Override
    public Mono<Publication> publication(Transaction transaction, Catalog catalog) {
        return Mono.just(publication(catalog.table("records", "records")));
    }

    /** With the SRN, which no other service says anything of. */
    @Override
    public List<Selector> selectors(Publication publication) {
        ObjectType record = publication.type("Record");
        return List.of(new Selector(
                record,
                "number",
                "Records",
                record.fields().stream()
                        .filter(field -> !field.name().equals("number"))
                        .toList()));
    }

    private static Publication publication(Table table) {
        List<PublishedField> fields = List.of(
                column(table, "srn").typed("ID"),
                column(table, "number").typed("Int").directed("@inaccessible"),
                column(table, "version"),
                column(table, "convention_srn").typed("ID"),
                new PublishedField.GroupField(
                        "schema",
                        "The schema that its metadata follows.",
                        "SchemaRef",
                        List.of(
                                column(table, "schema_id").named("id").typed("String"),
                                column(table, "schema_version").named("version"),
                                column(table, "schema_srn").named("srn").typed("ID"))),
                column(table, "schema_id"),
                column(table, "schema_version"),
                column(table, "source"),
                column(table, "owner"),
                column(table, "visibility").typed("Visibility"),
                column(table, "embargoed_until"),
                column(table, "published_at"));
        ObjectType record = new ObjectType("Record", table.comment(), table, fields, List.of("srn", "number"));
        return new Publication(
                List.of(record),
                List.of(
                        new Root.Lookup("record", "Record", "srn", "The record of this name, if you may see it."),
                        new Root.Connection("records", "Record", "The records you may see.")));
    }

    private static ColumnField column(Table table, String name) {
        return ColumnField.of(table.column(name));
    }
}
