package io.weft.gateway.reload;

/**
 * GraphQL's introspection, as far as every server since the specification of 2018 answers it: nothing is asked that an
 * older one would refuse ({@code specifiedByURL}, {@code isOneOf}, {@code isRepeatable}, deprecated arguments).
 */
final class IntrospectionQuery {

    static final String TEXT = """
            query SubgraphSchema {
              __schema {
                queryType { name } mutationType { name } subscriptionType { name }
                types {
                  kind name description
                  fields(includeDeprecated: true) {
                    name description args { ...Input } type { ...Type } isDeprecated deprecationReason
                  }
                  inputFields { ...Input }
                  interfaces { name }
                  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
                  possibleTypes { name }
                }
              }
            }
            fragment Input on __InputValue { name description type { ...Type } defaultValue }
            fragment Type on __Type {
              kind name
              ofType { kind name ofType { kind name ofType { kind name ofType { kind name
                ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
            }
            """;

    private IntrospectionQuery() {}
}
