package io.weft.gateway.composition.merge;

import io.weft.gateway.composition.problem.Coordinate;
import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import io.weft.gateway.composition.problem.Problems;
import io.weft.gateway.composition.schema.FederationDirective;
import io.weft.gateway.composition.schema.SchemaEnumValue;
import io.weft.gateway.composition.schema.SchemaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Enums: what all know where they are input, what any knows where they are output, the same where they are both. */
final class MergeEnums {

    private final Problems problems;
    private final EnumUse use;
    private final MergeDirectives directives;
    private final MergeStitched stitched;

    MergeEnums(Problems problems, EnumUse use, MergeDirectives directives, MergeStitched stitched) {
        this.problems = problems;
        this.use = use;
        this.directives = directives;
        this.stitched = stitched;
    }

    Map<String, SchemaEnumValue> merge(String typeName, List<Part<SchemaType.EnumType>> types) {
        boolean input = use.inputs().contains(typeName);
        boolean output = use.outputs().contains(typeName);
        checkUse(typeName);
        Map<String, SchemaEnumValue> merged = new LinkedHashMap<>();
        Map<String, List<Part<SchemaEnumValue>>> byName = byName(types);
        byName.forEach((name, parts) -> {
            Coordinate at = Coordinate.of(typeName, name);
            SchemaEnumValue value = new SchemaEnumValue(
                    name,
                    stitched.description(at, parts),
                    directives.merge(at, parts),
                    parts.getFirst().element().line());
            if (parts.size() == types.size()) {
                merged.put(name, value);
                return;
            }
            if (input && stitched.governs(types)) {
                stitched.inputsDiffer(at, parts, types);
                merged.put(name, value);
                return;
            }
            String missing = at + " is known to " + Part.subgraphs(parts) + " only";
            if (input && output) {
                if (value.has(FederationDirective.INACCESSIBLE)) {
                    merged.put(name, value);
                    return;
                }
                problems.error(
                        ErrorCode.ENUM_VALUE_MISMATCH,
                        missing + ", but " + typeName + " is used for input and output",
                        at,
                        Part.places(parts));
            } else if (input) {
                problems.hint(
                        HintCode.INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM,
                        missing + "; it is left out, because " + typeName + " is used for input",
                        at);
            } else {
                merged.put(name, value);
                if (output) {
                    problems.hint(HintCode.INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM, missing, at);
                }
            }
        });
        if (merged.isEmpty() && input && !output) {
            problems.error(
                    ErrorCode.EMPTY_MERGED_ENUM_TYPE,
                    "no value of " + typeName + " is known to all of " + Part.subgraphs(types),
                    Coordinate.of(typeName),
                    Part.places(types));
        }
        return merged;
    }

    void checkUse(String typeName) {
        if (!use.inputs().contains(typeName) && !use.outputs().contains(typeName)) {
            problems.hint(
                    HintCode.UNUSED_ENUM_TYPE,
                    typeName + " is used nowhere; its values are all kept",
                    Coordinate.of(typeName));
        }
    }

    private static Map<String, List<Part<SchemaEnumValue>>> byName(List<Part<SchemaType.EnumType>> types) {
        Map<String, List<Part<SchemaEnumValue>>> byName = new LinkedHashMap<>();
        for (Part<SchemaType.EnumType> type : types) {
            type.element()
                    .values()
                    .forEach((name, value) -> byName.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(new Part<>(type.subgraph(), value)));
        }
        return byName;
    }
}
