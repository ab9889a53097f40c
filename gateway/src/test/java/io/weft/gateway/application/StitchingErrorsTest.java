package io.weft.gateway.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.CompositionResult;
import io.weft.gateway.composition.problem.CompositionError;
import io.weft.gateway.reload.ConfigurationWatch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a merge configuration is told at the start, with its line and what may have been meant. */
class StitchingErrorsTest {

    private static final String SERVICES = """
            subgraphs:
              - name: left
                url: http://left/graphql
                dialect: stitching
                schema:
                  sdl: |
                    type Query { users: [User!]! }
                    type User { id: ID! name: String size: Int friend: User tags: [String!]! }
              - name: right
                url: http://right/graphql
                schema:
                  sdl: |
                    type Query { user(id: ID!, locale: String): User usersByIds(ids: [ID!]!): [User]! find(where: Where!): User one: User }
                    input Where { id: ID! year: Int }
                    type User { id: ID! age: Int score: Int }
                merge:
                  User:
            """;
    /** Where the configuration of User begins. */
    private static final int LINE = 18;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {selectionset: "{ id }"} | the merge configuration of User has no 'selectionset'; did you mean selectionSet?
            {selectionSet: "{ id }", fieldName: user, args: "id: $key.id", argsExpr: "x: 1"} | args says all there is
            {selectionSet: "{ id }", args: "id: $key.id"} | no fieldName that takes it
            {entryPoints: [{selectionSet: "{ id }"}]} | has no fieldName
            {selectionSet: "{ id }", entryPoints: [{fieldName: user}]} | has entryPoints, and selectionSet besides
            {canonical: maybe} | 'canonical' of the merge configuration of User is true or false
            {selectionSet: "{ id }", fieldName: usr, args: "id: $key.id"} | Query has no field usr; did you mean user?
            {selectionSet: "{ id }", fieldName: user, args: "id: $key.idd"} | it is given $key.idd, but the selection set is 'id'
            {selectionSet: "{ nope }", fieldName: user, args: "id: $key.nope"} | User has no field nope
            {selectionSet: "{ id", fieldName: user, args: "id: $key.id"} | is not a selection of fields
            {selectionSet: "{ key: id }", fieldName: user, args: "id: $key.id"} | is not a selection of fields
            {selectionSet: "{ id }", fieldName: user, args: "idd: $key.id"} | there is no idd; did you mean id?
            {selectionSet: "{ id }", fieldName: user, args: "locale: $key.id"} | id, ID!, is required, but not given
            {selectionSet: "{ id }", fieldName: user, args: "id: [[$key.id]]"} | returns one object
            {selectionSet: "{ id }", fieldName: usersByIds, args: "ids: $key.id"} | returns a list
            {selectionSet: "{ tags }", fieldName: user, args: "id: $key.tags"} | id is of type ID, but is given $key.tags, [String]
            {selectionSet: "{ friend { id } }", fieldName: user, args: "id: $key.friend"} | id is of type ID, but is given $key.friend, User
            {selectionSet: "{ id }", fieldName: find, args: "where: { id: $key.id, yeer: 1 }"} | there is no where.yeer; did you mean year?
            {selectionSet: "{ id }", fieldName: find, args: "where: { year: $key.id }"} | where.id, ID!, is required
            {selectionSet: "{ id }", fieldName: one, args: "id: 1"} | there is no $key in its arguments
            {selectionSet: "{ id }", fieldName: usersByIds, args: "ids: [[$key.id]"} | each '[[' must be closed by ']]'
            {selectionSet: "{ id }", fieldName: user} | name it as keyArg
            {selectionSet: "{ id }", fieldName: usersByIds, args: "ids: [[$key.id]]", match: nope} | $key.nope, but the selection set
            {selectionSet: "{ id }", fieldName: user, args: "id: $key.id", match: id} | there is nothing to match
            {selectionSet: "{ id }", fieldName: user, args: "id: $key.id", fields: {agee: {computed: true}}} | has no field User.agee; did you mean age?
            {selectionSet: "{ id }", fieldName: user, args: "id: $key.id", fields: {score: {computed: true}}} | User.score is computed, but nothing says of what
            {selectionSet: "{ id }", fieldName: user, args: "id: $key.id, locale: $key.nane", fields: {score: {selectionSet: "{ nane }"}}} | User has no field nane
            {selectionSet: "{ id }", fieldName: user, args: "id: $key.id", fields: {score: {selectionSet: "{ name }"}}} | User.score is computed of { name }, but no entry point of User in right is given any of it
            {entryPoints: [{selectionSet: "{ id }", fieldName: user, args: "id: $key.id, locale: $key.name"}, {selectionSet: "{ id }", fieldName: find, args: "where: { id: $key.id, year: $key.size }"}], fields: {score: {selectionSet: "{ name size }", computed: true}}} | is given all of it
            {selectionSet: "{ id }", fieldName: usersByIds, args: "ids: [[$key.id]], locale: $key.id"} | mix [[...]], which is made of all keys, with a $key outside of it
            {selectionSet: "{ id }", fieldName: user, args: "id: $key.id, locale: 5"} | locale is of type String, but is given 5
            {selectionSet: "{ id }", fieldName: find, args: "where: { id: $key.id, year: true }"} | where.year is of type Int, but is given true
            {selectionSet: "{ id }", fieldName: user, keyArg: id, keyField: id, additionalArgs: "locale: EN"} | locale is of type String, but is given EN
            """)
    void aMistakeIsToldWithTheLineOfTheYaml(String user, String problem) throws IOException {
        String told = problems(SERVICES + "        " + user + "\n");

        assertThat(told).contains("gateway.yaml:" + LINE).contains(problem);
    }

    @Test
    void aTypeThatIsNotThereIsToldWithTheOneThatMayBeMeant() throws IOException {
        assertThat(problems(SERVICES.replace("  User:\n", "  Usr: { canonical: true }\n")))
                .contains("right has no type Usr; did you mean User?");
    }

    @Test
    void anUnknownLevelIsToldWithTheKnownOnes() throws IOException {
        assertThat(problems(SERVICES
                        + "        {}\ntypeMergingOptions: { validationSettings: { validationLevel: fatal } }\n"))
                .contains("'validationLevel' of validationSettings is 'fatal': it is one of error, off, warn");
    }

    @Test
    void hiddenElementsHaveToExist() throws IOException {
        assertThat(problems(SERVICES + "        {}\n    inaccessible: [User.agee]\n"))
                .contains("right has no User.agee, which is to be inaccessible; did you mean age?");
    }

    @Test
    void theWrongDirectiveInTheSdlIsToldWithItsLineThere() throws IOException {
        assertThat(problems("""
                subgraphs:
                  - name: users
                    url: http://users/graphql
                    dialect: stitching
                    schema:
                      sdl: |
                        type User { id: ID! }
                        type Query {
                          user(id: ID!): User
                            @merge(keyField: "id", keyArg: "idd")
                        }
                """)).contains("users:4").contains("there is no idd; did you mean id?");
    }

    @Test
    void twoCanonicalDefinitionsAreToldWithBothPlaces() throws IOException {
        String both = SERVICES.replace(
                "    schema:\n      sdl: |\n        type Query { users",
                "    merge: { User: { canonical: true } }\n    schema:\n      sdl: |\n        type Query { users");

        assertThat(problems(both + "        { canonical: true }\n"))
                .contains("User is canonical in left and in right")
                .contains("gateway.yaml:5, ")
                .contains("gateway.yaml:19");
    }

    @Test
    void aDialectThatHasNoMergeConfigurationIsRefusedWithOne() throws IOException {
        assertThat(problems("""
                subgraphs:
                  - { name: a, url: "http://a/", dialect: federation, schema: { sdl: "type Query { a: Int }" }, merge: {} }
                  - { name: b, url: "http://b/", dialect: federation, schema: { sdl: "type Query { a: Int }" }, batch: false }
                """))
                .contains("subgraph 'b' speaks federation (dialect), but says how it is stitched besides");
    }

    private String problems(String yaml) throws IOException {
        Path file = folder.resolve("gateway.yaml");
        Files.writeString(file, yaml);
        if (new ReadSettings(List.of()).fromFile(file)
                instanceof Result.Refused<GraphSettings>(List<String> problems)) {
            return String.join("\n", problems);
        }
        return switch (StitchingScenariosTest.compose(folder)) {
            case CompositionResult.Composed composed -> "composed";
            case CompositionResult.Refused(List<CompositionError> errors) ->
                String.join("\n", errors.stream().map(CompositionError::print).toList());
        };
    }
}
