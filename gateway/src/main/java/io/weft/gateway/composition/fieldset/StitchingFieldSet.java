package io.weft.gateway.composition.fieldset;

import io.weft.gateway.composition.problem.ErrorCode;
import java.util.Optional;

/** The selection sets of stitching: they select of what all services have, lists and abstract types included. */
public enum StitchingFieldSet implements FieldSetRules {
    KEY,
    COMPUTED;

    @Override
    public ErrorCode invalidFields() {
        return ErrorCode.MERGE_KEY_UNKNOWN_FIELD;
    }

    @Override
    public Optional<ErrorCode> hasArguments() {
        return switch (this) {
            case KEY -> Optional.of(ErrorCode.MERGE_KEY_INVALID);
            case COMPUTED -> Optional.empty();
        };
    }

    @Override
    public Optional<ErrorCode> selectsAbstractType() {
        return Optional.empty();
    }
}
