package io.weft.gateway.composition.local;

import io.weft.gateway.composition.fieldset.ReadFieldSet;
import io.weft.gateway.composition.fieldset.SelectionText;
import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.validation.EntryKeys;
import io.weft.gateway.document.SelectionSet;
import io.weft.gateway.stitching.LocalField;
import io.weft.gateway.stitching.ReadArguments;
import io.weft.gateway.supergraph.FieldSet;
import io.weft.gateway.supergraph.KeyTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The text of a link becomes what it means. Whether the fields in it exist is not looked at. */
final class ReadLocalLink {

    private final Coordinate at;
    private final LocalField.Link said;
    private final BiConsumer<ErrorCode, String> problem;

    ReadLocalLink(Coordinate at, LocalField.Link said, BiConsumer<ErrorCode, String> problem) {
        this.at = at;
        this.said = said;
        this.problem = problem;
    }

    /** Empty where an error has been told. */
    Optional<LocalLink> read(SchemaField field) {
        return switch (ReadArguments.read(said.key())) {
            case ReadArguments.Result.Read(Map<String, KeyTemplate> key) -> link(field, new KeyTemplate.ObjectOf(key));
            case ReadArguments.Result.Invalid(String reason) -> {
                problem.accept(ErrorCode.LOCAL_LINK_INVALID, "the key of " + at + ": " + reason);
                yield Optional.empty();
            }
        };
    }

    private Optional<LocalLink> link(SchemaField field, KeyTemplate.ObjectOf key) {
        Optional<FieldSet> declared = said.selectionSet().flatMap(this::selections);
        if (said.selectionSet().isPresent() && declared.isEmpty()) {
            return Optional.empty();
        }
        EntryKeys keys = new EntryKeys(declared, List.of());
        Set<List<String>> paths = LocalLink.paths(key);
        for (List<String> path : paths) {
            String part = "the key of " + at + " has $key" + (path.isEmpty() ? "" : "." + String.join(".", path));
            if (path.isEmpty()) {
                problem.accept(ErrorCode.MERGE_KEY_NOT_SELECTED, part + ": say which field of it, $key.field");
                return Optional.empty();
            }
            if (declared.isPresent() && !keys.isDeclared(path)) {
                problem.accept(
                        ErrorCode.MERGE_KEY_NOT_SELECTED,
                        part + ", but its selection set is '" + declared.get().text() + "'");
                return Optional.empty();
            }
        }
        SelectionSet needs = keys.needed(paths);
        return Optional.of(new LocalLink(
                at,
                said,
                field,
                key,
                needs.isEmpty() ? Optional.empty() : Optional.of(new FieldSet(needs.print(), needs))));
    }

    private Optional<FieldSet> selections(String text) {
        return switch (SelectionText.read(text)) {
            case ReadFieldSet.Result.Read(FieldSet set) -> Optional.of(set);
            case ReadFieldSet.Result.HasDirective(String directive) -> {
                problem.accept(
                        ErrorCode.MERGE_KEY_INVALID,
                        "the selection set of " + at + ", '" + text + "': " + directive + " stands in it");
                yield Optional.empty();
            }
            case ReadFieldSet.Result.Invalid(String reason) -> {
                problem.accept(ErrorCode.MERGE_KEY_INVALID, "the selection set of " + at + ": " + reason);
                yield Optional.empty();
            }
        };
    }
}
