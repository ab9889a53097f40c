package io.weft.gateway.document;

/** One entry of a {@link SelectionSet}: a field, or an inline fragment. Named fragments are always inlined first. */
public sealed interface Selection permits FieldSelection, InlineFragment {

    /** When this selection takes part in the answer. */
    Conditions conditions();

    /** What is selected below; empty for a leaf. */
    SelectionSet selections();
}
