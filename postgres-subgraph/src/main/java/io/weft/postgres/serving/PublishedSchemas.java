package io.weft.postgres.serving;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.PublicationSettings;
import io.weft.postgres.schema.PublishTables;
import io.weft.postgres.session.Transaction;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The blueprint of a service that publishes all tables of some schemas. What is not published, or as text only, it reports once, and again
 * when that changes.
 */
public final class PublishedSchemas implements SubgraphBlueprint {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedSchemas.class);

    private final PublicationSettings settings;
    private volatile List<String> notes = List.of();

    public PublishedSchemas(List<String> schemas) {
        this(PublicationSettings.of(schemas));
    }

    public PublishedSchemas(PublicationSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> schemas() {
        return settings.schemas();
    }

    @Override
    public Mono<Publication> publication(Transaction transaction, Catalog catalog) {
        return Mono.fromCallable(() -> {
            PublishTables.Result result = PublishTables.publish(catalog, settings);
            if (!notes.equals(result.notes())) {
                result.notes().forEach(LOG::warn);
                notes = result.notes();
            }
            return result.publication();
        });
    }

    @Override
    public List<String> notes() {
        return notes;
    }
}
