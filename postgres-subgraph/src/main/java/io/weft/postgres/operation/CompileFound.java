package io.weft.postgres.operation;

import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import io.weft.postgres.operation.WriteFound.EntryField;
import io.weft.postgres.operation.WriteFound.EntryPart;
import io.weft.postgres.sql.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** What is selected of a selector's answer in, what writes it out; none where a field is the service's own. */
final class CompileFound {

    private final BiPredicate<String, String> own;

    /** @param own whether a field of a type is fetched by the service itself */
    CompileFound(BiPredicate<String, String> own) {
        this.own = own;
    }

    /** @param readers of the objects of the answer, by the names of their fields in it */
    Optional<WriteFound> compile(Map<String, Reader> readers, String typeName, List<SelectedField> fields) {
        List<WriteFound.Part> parts = new ArrayList<>();
        for (SelectedField field : fields) {
            Optional<WriteFound.Part> part =
                    own.test(typeName, field.getName()) ? Optional.empty() : part(readers, typeName, field);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new WriteFound(parts));
    }

    private Optional<WriteFound.Part> part(Map<String, Reader> readers, String typeName, SelectedField field) {
        SerializableString name = new SerializedString(field.getResultKey());
        return switch (field.getName()) {
            case "__typename" -> Optional.of(new WriteFound.TypeName(name, new SerializedString(typeName)));
            case "keys" -> Optional.of(new WriteFound.Keys(name));
            case "complete" -> Optional.of(new WriteFound.Complete(name));
            case "count" -> Optional.of(new WriteFound.Count(name));
            case "estimate" -> Optional.of(new WriteFound.Estimate(name));
            case "entries" -> entries(field).map(entry -> new WriteFound.Entries(name, entry));
            case "endCursor" -> Optional.of(new WriteFound.EndCursor(name));
            case "recall" -> Optional.of(new WriteFound.Recall(name));
            case "facets" -> object(readers, field).map(writer -> new WriteFound.Facets(name, writer));
            case "nodes" -> object(readers, field).map(writer -> new WriteFound.Nodes(name, writer));
            default -> Optional.empty();
        };
    }

    private Optional<Writer> object(Map<String, Reader> readers, SelectedField field) {
        return Optional.ofNullable(readers.get(field.getResultKey()))
                .flatMap(reader -> new CompileWriter(own)
                        .compile(
                                reader,
                                GraphQLTypeUtil.unwrapAll(field.getType()).getName(),
                                field.getSelectionSet().getImmediateFields()));
    }

    private Optional<List<EntryPart>> entries(SelectedField entries) {
        List<EntryPart> parts = new ArrayList<>();
        for (SelectedField field : entries.getSelectionSet().getImmediateFields()) {
            Optional<EntryField> known = own.test("SelectionEntry", field.getName())
                    ? Optional.empty()
                    : switch (field.getName()) {
                        case "key" -> Optional.of(EntryField.KEY);
                        case "cursor" -> Optional.of(EntryField.CURSOR);
                        case "score" -> Optional.of(EntryField.SCORE);
                        case "__typename" -> Optional.of(EntryField.TYPE_NAME);
                        default -> Optional.empty();
                    };
            if (known.isEmpty()) {
                return Optional.empty();
            }
            parts.add(new EntryPart(new SerializedString(field.getResultKey()), known.get()));
        }
        return Optional.of(parts);
    }
}
