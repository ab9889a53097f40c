package io.weft.postgres.serving;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.schema.Selector;
import io.weft.postgres.session.Transaction;
import java.util.List;
import reactor.core.publisher.Mono;

/** A service's own part: what it publishes of its tables. A service declares one bean of it. */
public interface SubgraphBlueprint {

    /** The database schemas whose tables the catalog is to show. */
    List<String> schemas();

    /**
     * What is published now.
     *
     * @param transaction the snapshot the catalog was read in, for the service's registry; it is nobody's transaction: what
     *     it reads must be readable to all
     */
    Mono<Publication> publication(Transaction transaction, Catalog catalog);

    /** Which entities are offered for selection across services, by what is published; none unless a service says so. */
    default List<Selector> selectors(Publication publication) {
        return List.of();
    }

    /** What of the tables is not published, or otherwise than one might expect, as of the last publication; a sentence each. */
    default List<String> notes() {
        return List.of();
    }
}
