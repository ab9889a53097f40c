package io.weft.gateway.composition.schema;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.document.TypeReference;
import java.util.Map;

/** GraphQL's rule that a type has, with fitting types, what its interfaces promise. */
public final class CheckImplementation {

    private final Map<String, SchemaType> types;
    private final Complaint complaint;

    public CheckImplementation(Map<String, SchemaType> types, Complaint complaint) {
        this.types = types;
        this.complaint = complaint;
    }

    public void check(SchemaType.Composite type, SchemaType.InterfaceType contract) {
        if (contract.name().equals(type.name()) || contract.interfaces().contains(type.name())) {
            error(
                    Coordinate.of(type.name()),
                    type.name() + " implements " + contract.name() + ", and so itself",
                    type.line());
            return;
        }
        for (String inherited : contract.interfaces()) {
            if (!type.interfaces().contains(inherited)) {
                error(
                        Coordinate.of(type.name()),
                        type.name() + " implements " + contract.name() + " and so must implement " + inherited,
                        type.line());
            }
        }
        for (SchemaField promised : contract.fields().values()) {
            SchemaField field = type.fields().get(promised.name());
            Coordinate at = Coordinate.of(type.name(), promised.name());
            if (field == null) {
                error(at, type.name() + " lacks the field " + promised.name() + " of " + contract.name(), type.line());
                continue;
            }
            if (!isSubtype(field.type(), promised.type())) {
                error(
                        at,
                        at + " is of type " + field.type().print() + ", which is no "
                                + promised.type().print() + " as " + contract.name() + " promises",
                        field.line());
            }
            arguments(at, field, promised, contract);
        }
    }

    private void arguments(Coordinate at, SchemaField field, SchemaField promised, SchemaType.InterfaceType contract) {
        for (SchemaInputValue argument : promised.arguments().values()) {
            SchemaInputValue own = field.arguments().get(argument.name());
            if (own == null) {
                error(at, at + " lacks the argument " + argument.name() + " of " + contract.name(), field.line());
            } else if (!own.type().equals(argument.type())) {
                error(
                        at,
                        "the argument " + argument.name() + " of " + at + " is of type "
                                + own.type().print() + ", but " + contract.name() + " says "
                                + argument.type().print(),
                        own.line());
            }
        }
        for (SchemaInputValue own : field.arguments().values()) {
            if (own.isRequired() && !promised.arguments().containsKey(own.name())) {
                error(
                        at,
                        at + " requires the argument " + own.name() + ", which " + contract.name() + " does not know",
                        own.line());
            }
        }
    }

    private boolean isSubtype(TypeReference type, TypeReference promised) {
        return TypeFit.isSubtype(type, promised, this::isMember);
    }

    private boolean isMember(String type, String abstractType) {
        return switch (types.get(abstractType)) {
            case SchemaType.UnionType union -> union.members().contains(type);
            case SchemaType.InterfaceType contract ->
                types.get(type) instanceof SchemaType.Composite composite
                        && composite.interfaces().contains(abstractType);
            case null, default -> false;
        };
    }

    private void error(Coordinate at, String message, int line) {
        complaint.make(at, message, line);
    }
}
