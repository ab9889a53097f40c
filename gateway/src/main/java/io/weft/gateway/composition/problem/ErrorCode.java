package io.weft.gateway.composition.problem;

/**
 * Kinds of composition errors, each with a sentence and a way out. The names are Apollo's published ones, so that what
 * users know and search for stays true.
 */
public enum ErrorCode {
    INVALID_SUBGRAPH_NAME("A subgraph's name is taken or not allowed.", "Give the subgraph a name of its own."),
    INVALID_GRAPHQL("A schema is not valid GraphQL.", "Correct the SDL at the line shown."),
    DIRECTIVE_DEFINITION_INVALID(
            "A schema defines one of federation's directives otherwise than federation does.",
            "Define it as the specification says, or leave the definition out."),
    TYPE_DEFINITION_INVALID(
            "A schema defines one of federation's types otherwise than federation does.",
            "Define it as the specification says, or leave the definition out."),
    UNKNOWN_FEDERATION_LINK_VERSION(
            "@link names a federation version that does not exist.", "Link a version from v2.0 to v2.12."),
    INVALID_LINK_IDENTIFIER("@link has a url that names no specification.", "Write https://host/name/v1.0."),
    LINK_IMPORT_NAME_MISMATCH(
            "A directive that goes into the supergraph has different names in different subgraphs.",
            "Import it under the same name everywhere."),
    INVALID_LINK_DIRECTIVE_USAGE(
            "@link imports what it cannot.", "Import elements of the specification, each under a name of its own."),
    ROOT_QUERY_USED("A type is called Query but is not the query root.", "Rename the type, or make it the query root."),
    ROOT_MUTATION_USED(
            "A type is called Mutation but is not the mutation root.",
            "Rename the type, or make it the mutation root."),
    ROOT_SUBSCRIPTION_USED(
            "A type is called Subscription but is not the subscription root.",
            "Rename the type, or make it the subscription root."),
    NO_QUERIES("No subgraph has a query.", "Give at least one subgraph a field on Query."),
    KEY_INVALID_FIELDS_TYPE("The fields of a @key are not a string.", "Write the fields as one string."),
    KEY_INVALID_FIELDS("The fields of a @key are not fields of the type.", "Name fields that this subgraph defines."),
    KEY_FIELDS_SELECT_INVALID_TYPE(
            "A @key selects a field of a union or interface type.", "Select fields of scalars, enums and objects."),
    KEY_FIELDS_HAS_ARGS("A @key selects a field with arguments.", "Use a field without arguments as key."),
    KEY_DIRECTIVE_IN_FIELDS_ARG("A directive stands in the fields of a @key.", "Take the directive out."),
    KEY_UNSUPPORTED_ON_INTERFACE(
            "@key stands on an interface, which needs federation v2.3.", "Link federation v2.3 or later."),
    PROVIDES_INVALID_FIELDS_TYPE("The fields of a @provides are not a string.", "Write the fields as one string."),
    PROVIDES_INVALID_FIELDS(
            "The fields of a @provides are not fields of the field's type.", "Name fields of the returned type."),
    PROVIDES_FIELDS_HAS_ARGS("A @provides selects a field with arguments.", "Provide fields without arguments."),
    PROVIDES_FIELDS_MISSING_EXTERNAL(
            "A @provides names a field that is not @external.", "Mark the field @external, or drop the @provides."),
    PROVIDES_ON_NON_OBJECT_FIELD("@provides stands on a field that has no fields below it.", "Remove the @provides."),
    PROVIDES_UNSUPPORTED_ON_INTERFACE(
            "@provides stands on a field of an interface.", "Put it on the fields of the implementing types."),
    PROVIDES_DIRECTIVE_IN_FIELDS_ARG("A directive stands in the fields of a @provides.", "Take the directive out."),
    REQUIRES_INVALID_FIELDS_TYPE("The fields of a @requires are not a string.", "Write the fields as one string."),
    REQUIRES_INVALID_FIELDS(
            "The fields of a @requires are not fields of the type.",
            "Name fields that this subgraph defines as @external."),
    REQUIRES_FIELDS_MISSING_EXTERNAL(
            "A @requires names a field that is not @external.", "Mark the field @external, or drop the @requires."),
    REQUIRES_UNSUPPORTED_ON_INTERFACE(
            "@requires stands on a field of an interface.", "Put it on the fields of the implementing types."),
    REQUIRES_DIRECTIVE_IN_FIELDS_ARG("A directive stands in the fields of a @requires.", "Take the directive out."),
    EXTERNAL_UNUSED(
            "An @external field is used by no @key, @requires, @provides or interface.",
            "Remove the field, or the @external."),
    EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE(
            "@external stands together with a directive that excludes it.", "Remove one of the two."),
    TYPE_WITH_ONLY_UNUSED_EXTERNAL(
            "All fields of a federation 1 type are @external and unused, but the type is used.",
            "Define a field of the type, or remove what refers to it."),
    EXTERNAL_ON_INTERFACE(
            "@external stands on a field of an interface.", "Put it on the fields of the implementing types."),
    EXTERNAL_MISSING_ON_BASE(
            "An @external field is defined by no other subgraph.",
            "Remove @external, or define the field in the subgraph that owns it."),
    EXTERNAL_TYPE_MISMATCH("An @external field has another type than where it is defined.", "Give both the same type."),
    EXTERNAL_ARGUMENT_MISSING(
            "An @external field lacks an argument that the defining subgraph has.", "Declare the argument here too."),
    EXTERNAL_ARGUMENT_TYPE_MISMATCH(
            "An argument of an @external field has another type than where it is defined.", "Give both the same type."),
    EXTERNAL_ARGUMENT_DEFAULT_MISMATCH(
            "An argument of an @external field has another default than where it is defined.",
            "Give both the same default."),
    MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL(
            "A directive that goes into the supergraph stands on an @external field.",
            "Put it on the field where it is resolved."),
    INVALID_SHAREABLE_USAGE("@shareable stands where it has no meaning.", "Remove the @shareable."),
    INVALID_FIELD_SHARING(
            "Several subgraphs resolve a field that is not @shareable in all of them.",
            "Mark the field @shareable in every subgraph that resolves it, or resolve it in one only."),
    OVERRIDE_FROM_SELF_ERROR("@override names its own subgraph.", "Name the subgraph the field moves from."),
    OVERRIDE_SOURCE_HAS_OVERRIDE(
            "Two subgraphs override the same field, or each other.", "Keep one @override of the field."),
    OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE(
            "@override stands together with a directive that excludes it.", "Remove one of the two."),
    OVERRIDE_ON_INTERFACE(
            "@override stands on a field of an interface.", "Put it on the fields of the implementing types."),
    OVERRIDE_LABEL_INVALID(
            "The label of an @override has no allowed form.",
            "Start with a letter, go on with letters, digits, _ - : . / or write percent(number from 0 to 100)."),
    INTERFACE_OBJECT_USAGE_ERROR(
            "@interfaceObject is used wrongly.",
            "Put it on an object type with a @key whose name is an interface with a @key elsewhere."),
    INTERFACE_KEY_NOT_ON_IMPLEMENTATION(
            "An interface has a @key that an implementing type lacks.", "Repeat the @key on the type."),
    INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE(
            "A subgraph gives an interface a @key but does not know all implementing types.",
            "Define every implementing type, with the key, in that subgraph."),
    TYPE_KIND_MISMATCH("A name is of different kinds in different subgraphs.", "Give one of the types another name."),
    FIELD_TYPE_MISMATCH("A field has types that cannot be merged.", "Give the field the same type everywhere."),
    FIELD_ARGUMENT_TYPE_MISMATCH(
            "An argument or input field has types that cannot be merged.", "Give it the same type everywhere."),
    FIELD_ARGUMENT_DEFAULT_MISMATCH("An argument has different defaults.", "Give it the same default everywhere."),
    INPUT_FIELD_DEFAULT_MISMATCH("An input field has different defaults.", "Give it the same default everywhere."),
    REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH(
            "An argument is required in one subgraph and unknown in another.",
            "Define it everywhere, or make it optional."),
    REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH(
            "An input field is required in one subgraph and unknown in another.",
            "Define it everywhere, or make it optional."),
    EMPTY_MERGED_INPUT_TYPE(
            "An input object has no field that all subgraphs know.", "Give all of them a field in common."),
    EMPTY_MERGED_ENUM_TYPE("An input enum has no value that all subgraphs know.", "Give all a value in common."),
    ENUM_VALUE_MISMATCH(
            "An enum is used for input and output, and its values differ.", "Define the same values everywhere."),
    EXTENSION_WITH_NO_BASE("A type is extended but defined nowhere.", "Define the type in one subgraph."),
    INTERFACE_FIELD_NO_IMPLEM(
            "An object lacks a field of an interface it implements in the supergraph.",
            "Define the field in a subgraph, or take it from the interface."),
    SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES(
            "A shared field can return different types in different subgraphs and none in common.",
            "Let all of them return the same types."),
    AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE(
            "@authenticated, @requiresScopes or @policy stands on an interface, its field, or an interface object.",
            "Put it on the implementing types and their fields."),
    MISSING_TRANSITIVE_AUTH_REQUIREMENTS(
            "A field requires data that needs more access than the field itself.",
            "Give the field the @authenticated, @requiresScopes and @policy of all that it requires."),
    DISALLOWED_INACCESSIBLE("@inaccessible stands on what cannot be hidden.", "Remove the @inaccessible."),
    REFERENCED_INACCESSIBLE(
            "A visible element refers to an @inaccessible type.", "Hide the element too, or make the type visible."),
    DEFAULT_VALUE_USES_INACCESSIBLE("A visible default uses an @inaccessible element.", "Change the default."),
    REQUIRED_INACCESSIBLE(
            "An @inaccessible argument or input field is required.", "Make it optional, or give it a default."),
    IMPLEMENTED_BY_INACCESSIBLE(
            "An @inaccessible field implements a visible field of an interface.",
            "Hide the interface's field too, or make this one visible."),
    ONLY_INACCESSIBLE_CHILDREN("All of a visible type is @inaccessible.", "Hide the type itself."),
    QUERY_ROOT_TYPE_INACCESSIBLE("The query root is @inaccessible.", "Remove the @inaccessible."),
    DIRECTIVE_COMPOSITION_ERROR(
            "@composeDirective is used wrongly.", "Name a directive that @link imports from its specification."),
    LIST_SIZE_INVALID_ASSUMED_SIZE("@listSize assumes a negative size.", "Use zero or more."),
    LIST_SIZE_INVALID_SIZED_FIELD("@listSize names a sized field that is no list.", "Name a list field."),
    LIST_SIZE_INVALID_SLICING_ARGUMENT(
            "@listSize names a slicing argument that is no integer.", "Name an argument of type Int."),
    LIST_SIZE_APPLIED_TO_NON_LIST("@listSize stands on a field that is no list.", "Remove it, or name sizedFields."),
    COST_APPLIED_TO_INTERFACE_FIELD(
            "@cost stands on a field of an interface.", "Put it on the fields of the implementing types."),
    TRANSFORM_INVALID(
            "A transform of a subgraph's schema cannot be applied.",
            "Correct the transform; it is written in the names that the transforms before it have left."),
    CONTEXT_NAME_INVALID("A context's name is not allowed.", "Use letters and digits only, beginning with a letter."),
    CONTEXT_NOT_SET(
            "@fromContext stands where no context is set, or where it is not allowed.",
            "Put @context on a type above, and @fromContext on an argument of an object's own field, without default."),
    CONTEXT_INVALID_SELECTION(
            "@fromContext selects something other than one value that fits its argument.",
            "Select a single field, of the argument's type, on each type that sets the context. The argument can be null."),
    NO_CONTEXT_IN_SELECTION(
            "@fromContext does not name a context and a selection.", "Write @fromContext(field: \"$name { field }\")."),
    CONTEXT_NO_RESOLVABLE_KEY(
            "A type with a contextual argument has no resolvable @key.",
            "Give the type a @key: the field is asked by it when the value is known."),
    CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS(
            "An argument is contextual in one subgraph and required of clients in another.",
            "Put @fromContext on it everywhere, or make it optional."),
    UNSUPPORTED_FEATURE("A schema uses a part of federation that is not supported.", "Leave it out."),
    UNSUPPORTED_LINKED_FEATURE(
            "A supergraph needs a feature, for security or execution, that we do not know.",
            "Leave the feature out of the supergraph, or run it on a gateway that knows it."),
    INVALID_FEDERATION_SUPERGRAPH(
            "A supergraph SDL is not one we can read.", "Write it by a composition with join v0.1 to v0.5."),
    MERGED_TYPE_UNKNOWN(
            "The merge configuration names a type that the service does not have.",
            "Name an object type, an interface or a union of the service."),
    MERGED_FIELD_UNKNOWN(
            "The merge configuration names a field that the type does not have.",
            "Name a field that this service gives the type."),
    INACCESSIBLE_UNKNOWN(
            "What is configured to be inaccessible does not exist.",
            "Name a type of the service, or a field of one as Type.field."),
    MERGE_FIELD_UNKNOWN(
            "The merge configuration names a root field that the service does not have.",
            "Name a field of the service's query root."),
    MERGE_FIELD_MISPLACED(
            "@merge stands on a field that finds no objects.",
            "Put it on a field of the query root that returns an object or a list of objects."),
    MERGE_FIELD_RETURNS_OTHER_TYPE(
            "A root field does not return objects of the type that is looked up by it.",
            "Name a root field that returns the type, a list of it, or an interface or union that it belongs to."),
    MERGE_FIELD_AND_ENTRY_POINTS(
            "A merged type has entry points and an entry point of its own.",
            "Put everything under entryPoints, or have one entry point without them."),
    MERGE_ARGUMENTS_INVALID(
            "The arguments of a lookup are not what they have to be.",
            "Write id: $key.id for one object, or ids: [[$key.id]] for a list with an element for each key."),
    MERGE_ARGUMENT_UNKNOWN(
            "A lookup gives a root field an argument that it does not have.", "Name an argument of the root field."),
    MERGE_ARGUMENT_MISSING(
            "A lookup does not give a root field what it requires.",
            "Give the argument a part of the key or a constant."),
    MERGE_ARGUMENT_TYPE_MISMATCH(
            "A lookup gives an argument what it cannot take.",
            "Give it a part of the key of the same type; ID, Int and String are converted into one another."),
    MERGE_KEY_INVALID(
            "A selection set of the merge configuration is none.",
            "Write a selection of fields without aliases, { id } or { owner { id } }."),
    MERGE_KEY_UNKNOWN_FIELD(
            "A selection set of the merge configuration selects a field that no service has.",
            "Select fields of the merged type, down to scalars and enums."),
    MERGE_KEY_NOT_SELECTED(
            "The arguments of a lookup use a part of the key that is not selected.",
            "Add the field to the selection set."),
    MERGE_KEY_MISSING("An entry point has no key.", "Give it a selectionSet, or the type a @key(selectionSet:)."),
    MERGE_MATCH_INVALID(
            "Results cannot be matched with their keys as configured.",
            "Match fields of the result that are leaves with fields of the key, where the root field returns a list."),
    COMPUTED_WITHOUT_SELECTION_SET("A computed field does not say of what it is computed.", "Give it a selectionSet."),
    COMPUTED_INPUTS_NOT_SENT(
            "What a field is computed of is not sent to its service.",
            "Give an entry point of the type all of it, price: $key.price beside the key, or leave it out of the selectionSet."),
    LOCAL_FIELD_INVALID(
            "A field of the gateway's own is not what it has to be.",
            "Extend objects by fields without arguments, in typeDefs, and give each a resolver: a constant, or the key of an object."),
    LOCAL_FIELD_TAKEN(
            "A field of the gateway's own has the name of a service's field.",
            "Take another name, or leave the service's field out by a transform."),
    LOCAL_LINK_INVALID(
            "A field of the gateway's own does not lead to an object.",
            "Write key: \"upc: $key.productUpc\": fields of the object that it leads to, made of fields of the object that has it."),
    STITCHED_DEFINITIONS_DIFFER(
            "Stitched services define an element differently, and that is configured to be an error.",
            "Define it alike, or set typeMergingOptions.validationScopes.\"Type.field\".validationLevel to warn or off."),
    SEVERAL_CANONICAL_DEFINITIONS(
            "Several services' definitions of one element are canonical.",
            "Let one service's definition be canonical."),
    SATISFIABILITY_ERROR(
            "A query that the schema allows cannot be answered by the subgraphs.",
            "Add a key that leads there, or mark the field @shareable and resolve it here too."),
    SELECTOR_INVALID(
            "A @selector does not keep the selection contract.", "Offer the field as the selection contract says."),
    SELECTS_INVALID(
            "A @selects does not keep the selection contract.",
            "Name an entity that a selector selects, and a filter of its selection whose variables are fields of the type."),
    SELECTION_NAME_TAKEN(
            "A subgraph defines something by a name that a selection over several subgraphs needs.",
            "Rename it there, or name the selection otherwise: @selector(field:).");

    private final String sentence;
    private final String wayOut;

    ErrorCode(String sentence, String wayOut) {
        this.sentence = sentence;
        this.wayOut = wayOut;
    }

    /** What is wrong, in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** What the author can do, in one sentence. */
    public String wayOut() {
        return wayOut;
    }
}
