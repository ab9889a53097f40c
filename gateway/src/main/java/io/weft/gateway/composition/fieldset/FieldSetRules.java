package io.weft.gateway.composition.fieldset;

import io.weft.gateway.composition.problem.ErrorCode;
import java.util.Optional;

/** What a field set may select, by the error that says it may not. */
interface FieldSetRules {

    /** Where what is selected does not exist. */
    ErrorCode invalidFields();

    /** Where a field with arguments is selected; empty where it may be. */
    Optional<ErrorCode> hasArguments();

    /** Where a field of a union or interface is selected; empty where it may be. */
    Optional<ErrorCode> selectsAbstractType();
}
