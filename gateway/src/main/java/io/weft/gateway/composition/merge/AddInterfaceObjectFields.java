package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.schema.SchemaField;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An interface object's fields belong to every type that implements the interface. */
final class AddInterfaceObjectFields {

    private final InterfaceObjects interfaceObjects;

    AddInterfaceObjectFields(InterfaceObjects interfaceObjects) {
        this.interfaceObjects = interfaceObjects;
    }

    /** Before: {@code interface Media { id views }, type Book implements Media { id }}. After: Book has views too. */
    void add(Map<String, SchemaType> types) {
        if (interfaceObjects.byType().isEmpty()) {
            return;
        }
        for (Map.Entry<String, SchemaType> entry : types.entrySet()) {
            if (!(entry.getValue() instanceof SchemaType.ObjectType object)) {
                continue;
            }
            Map<String, SchemaField> fields = new LinkedHashMap<>(object.fields());
            for (String implemented : object.interfaces()) {
                if (interfaceObjects.isAny(implemented)
                        && types.get(implemented) instanceof SchemaType.InterfaceType contract) {
                    add(contract, fields);
                }
            }
            if (fields.size() > object.fields().size()) {
                entry.setValue(object.with(object.header(), fields));
            }
        }
    }

    private void add(SchemaType.InterfaceType contract, Map<String, SchemaField> fields) {
        for (SchemaField field : contract.fields().values()) {
            boolean provided = interfaceObjects.byType().getOrDefault(contract.name(), List.of()).stream()
                    .anyMatch(part -> part.element().fields().containsKey(field.name())
                            && !part.subgraph()
                                    .facts(contract.name(), field.name())
                                    .isExternal());
            if (provided) {
                fields.putIfAbsent(field.name(), field);
            }
        }
    }
}
