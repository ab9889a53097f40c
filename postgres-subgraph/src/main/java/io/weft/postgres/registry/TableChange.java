package io.weft.postgres.registry;

import io.weft.postgres.catalog.Catalog;
import io.weft.postgres.schema.Publication;
import io.weft.postgres.session.Sql;
import java.util.List;
import java.util.function.Function;

/**
 * What a registration changes.
 *
 * @param statements the DDL, in order
 * @param entry      writes it into the registry
 * @param shown      what is published when both are done
 */
public record TableChange(List<String> statements, Sql entry, Function<Catalog, Publication> shown) {
    public TableChange {
        statements = List.copyOf(statements);
    }
}
