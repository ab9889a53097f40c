package io.weft.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.weft.gateway.operation.OperationCompiler.Result.Compiled;
import io.weft.gateway.operation.OperationCompiler.Result.Rejected;
import io.weft.gateway.operation.OperationError.Code;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationCompilerTest {
    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse("""
                type Query { me: User node: Node users(first: Int, names: [String!]): [User!]! }
                interface Node { id: ID! }
                type User implements Node { id: ID! name(upper: Boolean): String friends: [User!]! }
                type Item implements Node { id: ID! title: String }
                """),
                    RuntimeWiring.newRuntimeWiring()
                            .type("Node", wiring -> wiring.typeResolver(env -> null))
                            .build());

    private final OperationCompiler compiler = new OperationCompiler(SCHEMA, OperationLimits.DEFAULT);

    @Test
    void fragmentsAreInlinedAndEqualResponseKeysBecomeOneField() {
        assertThat(normal("query { me { ...A ...B ... { id } } } fragment A on User { id friends { id } }"
                        + " fragment B on Node { ... on User { id friends { name } } }"))
                .isEqualTo("me{id friends{id name}}");
    }

    @Test
    void aFragmentOnAWiderTypeIsNoFragment() {
        assertThat(normal("{ node { ... on Node { id } ... on User { name } } }"))
                .isEqualTo("node{id ...on User{name}}");
    }

    @Test
    void conditionsOfFragmentsMoveToTheirFields() {
        assertThat(normal("query($x: Boolean!) { me { ... @include(if: $x) { id name @skip(if: $x) } } }"))
                .isEqualTo("me{id @include(if:$x)}");
    }

    @Test
    void literalConditionsAreResolved() {
        assertThat(normal("{ me { id @skip(if: true) name @include(if: true) } }"))
                .isEqualTo("me{name}");
    }

    @Test
    void differentConditionsKeepFieldsApart() {
        assertThat(normal("query($x: Boolean!) { me { id friends { id } friends @include(if: $x) { name } } }"))
                .isEqualTo("me{id friends{id} friends @include(if:$x){name}}");
    }

    @Test
    void argumentsArePrintedCompactlyWithTheirVariables() {
        Operation operation = compile("query($n: String!) { users(first: 3, names: [ $n, \"x\" ]) { id } }");
        assertThat(operation.selections().print()).isEqualTo("users(first:3,names:[$n,\"x\"]){id}");
        assertThat(operation.selections().variables()).containsExactly("n");
    }

    @Test
    void introspectionIsSplitOffWithTheVariablesItUses() {
        Operation operation = compile(
                "query($t: String! = \"User\", $x: Boolean!) { me { id @skip(if: $x) } __type(name: $t) { name } }");
        assertThat(operation.introspection()).contains("query($t:String!=\"User\"){__type(name:$t){name}}");
    }

    @Test
    void anOperationIsChosenByItsName() {
        String two = "query A { me { id } } query B { me { name } }";
        assertThat(((Compiled) compiler.compile(two, Optional.of("B")))
                        .operation()
                        .selections()
                        .print())
                .isEqualTo("me{name}");
        assertThat(error(two, Optional.empty()).message()).contains("A, B");
        assertThat(error(two, Optional.of("C")).code()).isEqualTo(Code.OPERATION_RESOLUTION_FAILURE);
    }

    @Test
    void errorsSayWhere() {
        OperationError unknown = error("{\n  me { nme }\n}", Optional.empty());
        assertThat(unknown.code()).isEqualTo(Code.GRAPHQL_VALIDATION_FAILED);
        assertThat(unknown.locations()).containsExactly(new OperationError.Location(2, 8));
        OperationError syntax = error("{ me { ", Optional.empty());
        assertThat(syntax.code()).isEqualTo(Code.GRAPHQL_PARSE_FAILED);
        assertThat(syntax.locations()).hasSize(1);
    }

    @Test
    void aSmallDocumentThatStandsForMillionsOfFieldsIsRefused() {
        StringBuilder document = new StringBuilder("{ me { ...F0 } }");
        for (int i = 0; i < 30; i++) {
            document.append(
                    " fragment F%d on User { a: friends { ...F%d } b: friends { ...F%d } }".formatted(i, i + 1, i + 1));
        }
        document.append(" fragment F30 on User { id }");
        assertThat(error(document.toString(), Optional.empty()).code()).isEqualTo(Code.OPERATION_TOO_LARGE);
    }

    @Test
    void aFragmentThatSpreadsItselfIsRefused() {
        assertThat(error("{ me { ...F } } fragment F on User { friends { ...F } }", Optional.empty())
                        .code())
                .isEqualTo(Code.GRAPHQL_VALIDATION_FAILED);
    }

    @Test
    void depthAliasesAndTokensAreLimited() {
        OperationCompiler strict = new OperationCompiler(SCHEMA, new OperationLimits(1000, 50, 3, 1, 100));
        assertThat(code(strict, "{ me { friends { friends { id } } } }")).isEqualTo(Code.OPERATION_TOO_LARGE);
        assertThat(code(strict, "{ a: me { id } b: me { id } }")).isEqualTo(Code.OPERATION_TOO_LARGE);
        assertThat(code(strict, "{ me { " + "id ".repeat(60) + "} }")).isEqualTo(Code.OPERATION_TOO_LARGE);
        assertThat(code(strict, "{ me { " + " ".repeat(1000) + " id } }")).isEqualTo(Code.OPERATION_TOO_LARGE);
    }

    private static Code code(OperationCompiler compiler, String document) {
        return ((Rejected) compiler.compile(document, Optional.empty()))
                .errors()
                .getFirst()
                .code();
    }

    private String normal(String document) {
        return compile(document).selections().print();
    }

    private Operation compile(String document) {
        return ((Compiled) compiler.compile(document, Optional.empty())).operation();
    }

    private OperationError error(String document, Optional<String> name) {
        return ((Rejected) compiler.compile(document, name)).errors().getFirst();
    }
}
