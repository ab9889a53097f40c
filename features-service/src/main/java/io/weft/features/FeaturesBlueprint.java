package io.weft.features;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.registry.RecordType;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.PublishedField.Use;
import io.weft.postgres.schema.Root;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.serving.SubgraphBlueprint;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Publishes {@code Record.features} with a field per hook, and a connection over each hook's rows. */
@Component
class FeaturesBlueprint implements SubgraphBlueprint {

    private static final String RUN = "FeatureRun";

    @Override
    public List<String> schemas() {
        return List.of("records", "features");
    }

    @Override
    public Mono<Publication> publication(Transaction transaction, Catalog catalog) {
        return HookRegistry.read(transaction).map(registry -> publication(registry, catalog));
    }

    @Override
    public List<Selector> selectors(Publication publication) {
        return List.of(Selector.of(publication.type("Record"), "number", "Features"));
    }

    static Publication publication(HookRegistry registry, Catalog catalog) {
        List<ObjectType> types = new ArrayList<>();
        List<Root> roots = new ArrayList<>();
        List<PublishedField> perHook = new ArrayList<>();
        for (HookDefinition hook : registry.hooks()) {
            Table table = catalog.find(hook.table())
                    .orElseThrow(() -> new IllegalStateException("the registry knows the hook " + hook.name()
                            + " but the database has no table " + hook.table()));
            types.add(new ObjectType(hook.typeName(), table.comment(), table, fields(hook, table), List.of()));
            perHook.add(ofRecord(hook));
            roots.add(new Root.Connection(hook.fieldName(), hook.typeName(), table.comment()));
        }
        types.add(RecordType.with(
                catalog, new GroupField("features", "What was computed of it, by hook.", "RecordFeatures", perHook)));
        if (!perHook.isEmpty()) {
            types.add(run(catalog.table("features", "runs")));
        }
        return new Publication(types, roots);
    }

    private static PublishedField ofRecord(HookDefinition hook) {
        return switch (hook.cardinality()) {
            case ONE ->
                new ToOneField(
                        hook.fieldName(),
                        "Null if the hook has no row for it",
                        hook.typeName(),
                        RecordType.TO_ROWS,
                        Set.of(Use.FILTER, Use.SORT));
            case MANY ->
                new ToManyField(
                        hook.fieldName(), null, hook.typeName(), RecordType.TO_ROWS, Set.of(Use.FILTER, Use.SORT));
        };
    }

    private static ObjectType run(Table table) {
        return new ObjectType(
                RUN,
                "One run of a hook: which release made rows, and when",
                table,
                List.of(
                        ColumnField.of(table.column("id")).typed("ID").usable(Set.of(Use.FILTER)),
                        ColumnField.of(table.column("release")),
                        ColumnField.of(table.column("started_at"))),
                List.of());
    }

    private static List<PublishedField> fields(HookDefinition hook, Table table) {
        List<PublishedField> fields = new ArrayList<>();
        for (HookColumn column : hook.columns()) {
            ColumnField field = ColumnField.of(table.column(column.name())).described(column.comment());
            fields.add(field);
            fields.addAll(MeasureField.of(field));
        }
        fields.add(new ToOneField(
                "run", "What made this row", RUN, List.of(new Join("run_id", "id")), Set.of(Use.FILTER, Use.SORT)));
        fields.add(RecordType.ofRow());
        return fields;
    }
}
