package io.weft.gateway.composition.stitch;

import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.NearestName;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaInputValue;
import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.subgraph.ParsedSubgraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The field that a path from the query root leads to. */
final class FindRootField {

    private final ParsedSubgraph subgraph;
    private final EntryErrors errors;

    FindRootField(ParsedSubgraph subgraph, EntryErrors errors) {
        this.subgraph = subgraph;
        this.errors = errors;
    }

    /** @param path one field, or more where the first of them are namespaces */
    Optional<SchemaField> find(List<String> path) {
        String typeName = "Query";
        for (String name : path.subList(0, path.size() - 1)) {
            Optional<SchemaField> namespace = field(typeName, name);
            if (namespace.isEmpty()) {
                return Optional.empty();
            }
            boolean isNamespace =
                    subgraph.types().get(namespace.get().type().typeName()) instanceof SchemaType.ObjectType
                            && namespace.get().arguments().values().stream().noneMatch(SchemaInputValue::isRequired);
            if (!isNamespace) {
                errors.error(
                        ErrorCode.MERGE_FIELD_UNKNOWN,
                        typeName + "." + name + " is no namespace: it needs arguments, or has no fields");
                return Optional.empty();
            }
            typeName = namespace.get().type().typeName();
        }
        return field(typeName, path.getLast());
    }

    private Optional<SchemaField> field(String typeName, String name) {
        if (!(subgraph.types().get(typeName) instanceof SchemaType.ObjectType type)) {
            errors.error(ErrorCode.MERGE_FIELD_UNKNOWN, subgraph.name() + " has no type " + typeName);
            return Optional.empty();
        }
        SchemaField field = type.fields().get(name);
        if (field == null) {
            Set<String> known = type.fields().keySet();
            errors.error(
                    ErrorCode.MERGE_FIELD_UNKNOWN,
                    typeName + " has no field " + name + NearestName.suggestion(name, known));
        }
        return Optional.ofNullable(field);
    }
}
