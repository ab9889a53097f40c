package io.weft.postgres.serving;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.PropertyDataFetcher;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.sql.Row;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a field of a {@link Row} under the client's name for it, and of any other object as GraphQL for Java does. */
final class ReadRowField implements LightDataFetcher<@Nullable Object> {

    static final ReadRowField INSTANCE = new ReadRowField();

    private ReadRowField() {}

    @Override
    public @Nullable Object get(
            GraphQLFieldDefinition field, @Nullable Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        if (source instanceof Row row) {
            return row.value(environment.get().getMergedField().getResultKey());
        }
        if (source instanceof Selection selection && field.getName().equals("facets")) {
            return selection.facets().get(environment.get().getMergedField().getResultKey());
        }
        if (source instanceof Selection selection && field.getName().equals("nodes")) {
            return selection.nodes().get(environment.get().getMergedField().getResultKey());
        }
        return PropertyDataFetcher.fetching(field.getName()).get(field, source, environment);
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        return get(environment.getFieldDefinition(), environment.getSource(), () -> environment);
    }
}
