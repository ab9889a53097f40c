package io.weft.gateway.composition.join;

/** The definitions of the link and join specifications, as a supergraph SDL carries them. */
final class JoinDefinitions {

    enum Version {
        V0_3,
        V0_4,
        V0_5
    }

    private static final String SHARED = """
            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA

            directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE

            directive @join__graph(name: String!, url: String!) on ENUM_VALUE

            directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE

            directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR

            directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION

            scalar join__FieldSet

            scalar link__Import

            enum link__Purpose {
              SECURITY
              EXECUTION
            }

            """;

    private static final String FIELD =
            "directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String,"
                    + " external: Boolean, override: String, usedOverridden: Boolean%s) repeatable on"
                    + " FIELD_DEFINITION | INPUT_FIELD_DEFINITION\n\n";

    private static final String DIRECTIVE = """
            directive @join__directive(graphs: [join__Graph!], name: String!, args: join__DirectiveArguments) repeatable on SCHEMA | OBJECT | INTERFACE | FIELD_DEFINITION

            scalar join__DirectiveArguments

            """;

    private static final String CONTEXT = """
            directive @context(name: String!) repeatable on INTERFACE | OBJECT | UNION

            directive @context__fromContext(field: context__ContextFieldValue) on ARGUMENT_DEFINITION

            scalar context__ContextFieldValue

            input join__ContextArgument {
              name: String!
              type: String!
              context: String!
              selection: join__FieldValue!
            }

            scalar join__FieldValue

            """;

    private JoinDefinitions() {}

    static String of(Version version) {
        return switch (version) {
            case V0_3 -> FIELD.formatted("") + SHARED;
            case V0_4 -> FIELD.formatted(", overrideLabel: String") + DIRECTIVE + SHARED;
            case V0_5 ->
                FIELD.formatted(", overrideLabel: String, contextArguments: [join__ContextArgument!]")
                        + CONTEXT
                        + DIRECTIVE
                        + SHARED;
        };
    }
}
