package io.weft.postgres.sql;

import graphql.schema.SelectedField;
import io.weft.postgres.schema.ObjectType;
import io.weft.postgres.schema.PublishedField;
import io.weft.postgres.schema.PublishedField.ColumnField;
import io.weft.postgres.schema.PublishedField.GroupField;
import io.weft.postgres.schema.PublishedField.Join;
import io.weft.postgres.schema.PublishedField.MeasureField;
import io.weft.postgres.schema.PublishedField.ToManyField;
import io.weft.postgres.schema.PublishedField.ToOneField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a row itself that {@link CompileObject} reads for the fields selected of it: what they show, and what leads to other rows. */
final class OwnColumns {

    private OwnColumns() {}

    static Set<String> of(ObjectType type, List<SelectedField> selected) {
        Stream<String> read = columns(type.name(), type.fields(), selected);
        Stream<String> keys = CompileObject.hasForeign(type, selected)
                ? type.keys().stream()
                        .flatMap(key -> type.keyFields(key).stream())
                        .map(field -> field.column().name())
                : Stream.empty();
        return Stream.concat(read, keys).collect(Collectors.toSet());
    }

    private static Stream<String> columns(
            String typeName, List<PublishedField> published, List<SelectedField> selected) {
        return selected.stream()
                .filter(field -> CompileObject.concerns(field, typeName))
                .flatMap(
                        field -> CompileObject.find(published, field).stream().flatMap(found -> columns(found, field)));
    }

    private static Stream<String> columns(PublishedField published, SelectedField field) {
        return switch (published) {
            case ColumnField column -> Stream.of(column.column().name());
            case GroupField group ->
                columns(
                        group.typeName(),
                        group.fields(),
                        field.getSelectionSet().getImmediateFields());
            case MeasureField measure -> Stream.of(measure.column().column().name());
            case ToOneField one -> one.joins().stream().map(Join::column);
            case ToManyField many -> many.joins().stream().map(Join::column);
        };
    }
}
