package io.weft.launcher.loading;

/** The registering mutations of the services. */
final class Mutations {
    static final String REGISTER_SCHEMA = """
            mutation RegisterSchema($input: RegisterSchemaInput!) {
              registerSchema(input: $input) { __typename }
            }
            """;
    static final String REGISTER_HOOK = """
            mutation RegisterHook($input: RegisterHookInput!) {
              registerHook(input: $input) { __typename }
            }
            """;
    static final String REGISTER_VECTOR = """
            mutation RegisterVector($input: RegisterVectorInput!) {
              registerVector(input: $input) { __typename }
            }
            """;

    static final String REGISTER_CONVENTION = """
            mutation RegisterConvention($input: RegisterConventionInput!) {
              registerConvention(input: $input) { __typename }
            }
            """;

    private Mutations() {}
}
