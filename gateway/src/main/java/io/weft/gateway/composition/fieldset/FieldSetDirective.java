package io.weft.gateway.composition.fieldset;

import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.schema.FederationDirective;
import java.util.Optional;

/** The directives that take a field set, with the codes of what can be wrong with it. */
public enum FieldSetDirective implements FieldSetRules {
    KEY(
            FederationDirective.KEY,
            ErrorCode.KEY_INVALID_FIELDS_TYPE,
            ErrorCode.KEY_INVALID_FIELDS,
            ErrorCode.KEY_DIRECTIVE_IN_FIELDS_ARG),
    REQUIRES(
            FederationDirective.REQUIRES,
            ErrorCode.REQUIRES_INVALID_FIELDS_TYPE,
            ErrorCode.REQUIRES_INVALID_FIELDS,
            ErrorCode.REQUIRES_DIRECTIVE_IN_FIELDS_ARG),
    PROVIDES(
            FederationDirective.PROVIDES,
            ErrorCode.PROVIDES_INVALID_FIELDS_TYPE,
            ErrorCode.PROVIDES_INVALID_FIELDS,
            ErrorCode.PROVIDES_DIRECTIVE_IN_FIELDS_ARG);

    private final FederationDirective directive;
    private final ErrorCode invalidType;
    private final ErrorCode invalidFields;
    private final ErrorCode hasDirective;

    FieldSetDirective(
            FederationDirective directive, ErrorCode invalidType, ErrorCode invalidFields, ErrorCode hasDirective) {
        this.directive = directive;
        this.invalidType = invalidType;
        this.invalidFields = invalidFields;
        this.hasDirective = hasDirective;
    }

    FederationDirective directive() {
        return directive;
    }

    public ErrorCode invalidType() {
        return invalidType;
    }

    @Override
    public ErrorCode invalidFields() {
        return invalidFields;
    }

    public ErrorCode hasDirective() {
        return hasDirective;
    }

    /** Fields with arguments may be required, but be neither a key nor provided. */
    @Override
    public Optional<ErrorCode> hasArguments() {
        return switch (this) {
            case KEY -> Optional.of(ErrorCode.KEY_FIELDS_HAS_ARGS);
            case PROVIDES -> Optional.of(ErrorCode.PROVIDES_FIELDS_HAS_ARGS);
            case REQUIRES -> Optional.empty();
        };
    }

    @Override
    public Optional<ErrorCode> selectsAbstractType() {
        return this == KEY ? Optional.of(ErrorCode.KEY_FIELDS_SELECT_INVALID_TYPE) : Optional.empty();
    }
}
