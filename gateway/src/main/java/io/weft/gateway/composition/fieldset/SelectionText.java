package io.weft.gateway.composition.fieldset;

import io.weft.gateway.supergraph.FieldSet;

/** A selection set as stitching writes it, in braces, as the field set that it is. */
public final class SelectionText {

    private SelectionText() {}

    public static ReadFieldSet.Result read(String text) {
        String stripped = text.strip();
        boolean braced = stripped.startsWith("{") && stripped.endsWith("}");
        String inner = braced ? stripped.substring(1, stripped.length() - 1) : stripped;
        if (inner.isBlank()) {
            return new ReadFieldSet.Result.Invalid("'" + text + "' selects nothing");
        }
        return switch (ReadFieldSet.read(braced ? inner : text)) {
            case ReadFieldSet.Result.Read(FieldSet set) ->
                new ReadFieldSet.Result.Read(new FieldSet(set.selections().print(), set.selections()));
            case ReadFieldSet.Result.HasDirective directive -> directive;
            case ReadFieldSet.Result.Invalid invalid ->
                new ReadFieldSet.Result.Invalid("'" + text + "' is not a selection of fields");
        };
    }
}
