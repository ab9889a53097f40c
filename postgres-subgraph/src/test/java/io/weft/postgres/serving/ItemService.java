package io.weft.postgres.serving;

import io.weft.identity.ServiceSecurity;
import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.catalog.Table;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import io.weft.postgres.schema.PublishedField.Use;
import io.weft.postgres.schema.Root;
import io.weft.postgres.session.Transaction;
import io.weft.service.testing.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** A service of three tables. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ServiceSecurity.class)
class ItemService {

    static RunningService start() {
        return RunningService.start("records", ItemService.class, "weft.database.schema=records");
    }

    static RunningService start(String setting) {
        return RunningService.start("records", ItemService.class, "weft.database.schema=records", setting);
    }

    @Bean
    SubgraphBlueprint blueprint() {
        return new SubgraphBlueprint() {
            @Override
            public List<String> schemas() {
                return List.of("records");
            }

            @Override
            public Mono<Publication> publication(Transaction transaction, Catalog catalog) {
                return Mono.just(publish(catalog));
            }
        };
    }

    private static Publication publish(Catalog catalog) {
        Table item = catalog.table("records", "item");
        Table part = catalog.table("records", "part");
        Table sample = catalog.table("records", "sample");
        List<PublishedField> itemFields = new ArrayList<>();
        item.columns().stream()
                .filter(column -> !Set.of("owner", "readable_from").contains(column.name()))
                .map(ColumnField::of)
                .forEach(itemFields::add);
        itemFields.add(
                new ToManyField("parts", null, "Part", List.of(new Join("number", "item_number")), Set.of(Use.FILTER)));
        List<PublishedField> partFields = new ArrayList<>();
        part.columns().stream().map(ColumnField::of).forEach(partFields::add);
        partFields.add(
                new ToOneField("item", null, "Item", List.of(new Join("item_number", "number")), Set.of(Use.FILTER)));
        return new Publication(
                List.of(
                        new ObjectType("Item", "An item", item, itemFields, List.of("srn", "number")),
                        new ObjectType("Part", null, part, partFields, List.of()),
                        new ObjectType(
                                "Sample",
                                null,
                                sample,
                                sample.columns().stream()
                                        .<PublishedField>map(ColumnField::of)
                                        .toList(),
                                List.of())),
                List.of(
                        new Root.Connection("items", "Item", "All items"),
                        new Root.Lookup("item", "Item", "srn", null),
                        new Root.Connection("parts", "Part", null),
                        new Root.Connection("samples", "Sample", null)));
    }
}
