package io.weft.gateway.composition.problem;

/** Kinds of hints; the names are Apollo's published ones where they exist. */
public enum HintCode {
    INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE("Subgraphs give a field different, compatible types."),
    INCONSISTENT_BUT_COMPATIBLE_ARGUMENT_TYPE("Subgraphs give an argument or input field different, compatible types."),
    INCONSISTENT_DEFAULT_VALUE_PRESENCE("Only some subgraphs give a default value."),
    INCONSISTENT_INPUT_OBJECT_FIELD("An input field is not in every subgraph and was left out."),
    INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM("A value of an input enum is not in every subgraph and was left out."),
    INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM("A value of an output enum is not in every subgraph."),
    INCONSISTENT_ARGUMENT_PRESENCE("An optional argument is not in every subgraph and was left out."),
    INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN(
            "A shared field may return different types in different subgraphs; only those in common are safe."),
    CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS(
            "An argument is taken from a context in some subgraphs only and was left out."),
    UNUSED_ENUM_TYPE("An enum is used nowhere."),
    FROM_SUBGRAPH_DOES_NOT_EXIST("@override names a subgraph that does not exist."),
    OVERRIDDEN_FIELD_CAN_BE_REMOVED("A field is overridden and used nowhere else: it can go."),
    OVERRIDE_DIRECTIVE_CAN_BE_REMOVED("The field that @override takes over is gone: the directive can go."),
    OVERRIDE_MIGRATION_IN_PROGRESS("A field is moving between subgraphs by a label."),
    DIRECTIVE_COMPOSITION_INFO("@composeDirective names a directive that is composed anyway."),
    DIRECTIVE_COMPOSITION_WARN("A composed directive has another name in a subgraph that does not compose it."),
    IMPLICITLY_UPGRADED_FEDERATION_VERSION(
            "A subgraph links something that came with a later version of federation than the one it links."),
    STITCHED_DEFINITIONS_DIFFER("Stitched services define an element differently; the canonical definition counts."),
    LEFT_OUT_WHILE_AWAY("What refers to a service that has not told its schema yet is left out until it does."),
    UNREACHABLE_FROM_LOOKUP(
            "A field cannot be had of what a root field finds that is there for lookups; it is null there."),
    UNREACHABLE_FIELD("A field cannot be had everywhere its type can; it is null where it cannot be had."),
    INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS("Subgraphs apply a directive with different arguments."),
    MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS(
            "Subgraphs apply a directive with different arguments, which were put together."),
    INCONSISTENT_ENTITY("A type has a @key in some subgraphs only."),
    INCONSISTENT_OBJECT_VALUE_TYPE_FIELD("A field of an object type without keys is in some of its subgraphs only."),
    INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD("A field of an interface is in some of its subgraphs only."),
    INCONSISTENT_UNION_MEMBER("A union has a member in some subgraphs only."),
    INCONSISTENT_DESCRIPTION("Subgraphs describe an element differently; what most say is taken."),
    INCONSISTENT_EXECUTABLE_DIRECTIVE_PRESENCE("A directive for operations is not in every subgraph and was left out."),
    INCONSISTENT_EXECUTABLE_DIRECTIVE_LOCATIONS(
            "Subgraphs allow a directive at different places of operations; those in common are kept."),
    INCONSISTENT_EXECUTABLE_DIRECTIVE_REPEATABLE("A directive for operations is repeatable in some subgraphs only."),
    NO_EXECUTABLE_DIRECTIVE_INTERSECTION(
            "Subgraphs allow a directive at no common place of operations; it was left out."),
    REPLACED_BY_SELECTION("A root field of one subgraph gives way to the selection over several."),
    SELECTOR_WITHOUT_CONTRACT(
            "A field has a @selector that is not the selection contract's: nothing is selected by it.");

    private final String sentence;

    HintCode(String sentence) {
        this.sentence = sentence;
    }

    /** Whether operators should hear of it. */
    public boolean isWarning() {
        return switch (this) {
            case STITCHED_DEFINITIONS_DIFFER, UNREACHABLE_FIELD, LEFT_OUT_WHILE_AWAY, SELECTOR_WITHOUT_CONTRACT -> true;
            default -> false;
        };
    }

    /** What the hint means, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
