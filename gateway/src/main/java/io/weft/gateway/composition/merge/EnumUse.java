package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.schema.SchemaType;
import io.weft.gateway.composition.validation.ValidatedSubgraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which types stand where input is taken, and which where output is given. */
record EnumUse(Set<String> inputs, Set<String> outputs) {

    static EnumUse of(List<ValidatedSubgraph> subgraphs) {
        Set<String> inputs = new HashSet<>();
        Set<String> outputs = new HashSet<>();
        for (ValidatedSubgraph subgraph : subgraphs) {
            for (SchemaType type : subgraph.types().values()) {
                outputs.addAll(type.outline().outputs());
                inputs.addAll(type.outline().inputs());
            }
        }
        return new EnumUse(inputs, outputs);
    }
}
