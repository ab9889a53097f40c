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
import java.util.Set;
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
        return Mono.just(publication(catalog.table("records", "records"), catalog.table("records", "conventions")));
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

    private static Publication publication(Table table, Table conventions) {
        List<PublishedField> fields = List.of(
                column(table, "srn").typed("ID"),
                column(table, "number").typed("Int").directed("@inaccessible"),
                column(table, "version"),
                column(table, "convention_srn").typed("ID"),
                new PublishedField.ToOneField(
                        "convention",
                        "What it was deposited under; null where that is not registered.",
                        "Convention",
                        List.of(new PublishedField.Join("convention_srn", "srn")),
                        Set.of()),
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
                List.of(record, convention(conventions)),
                List.of(
                        new Root.Lookup("convention", "Convention", "srn", "The convention of this name."),
                        new Root.Connection("conventions", "Convention", "What kinds of deposits there are."),
                        new Root.Lookup("record", "Record", "srn", "The record of this name, if you may see it."),
                        new Root.Connection("records", "Record", "The records you may see.")));
    }

    private static ObjectType convention(Table table) {
        List<PublishedField> fields = List.of(
                column(table, "srn").typed("ID"),
                column(table, "title"),
                column(table, "description"),
                column(table, "schema_id"),
                column(table, "schema_version"),
                column(table, "hooks"),
                column(table, "registered_at"));
        return new ObjectType("Convention", table.comment(), table, fields, List.of("srn"));
    }

    private static ColumnField column(Table table, String name) {
        return ColumnField.of(table.column(name));
    }
}
