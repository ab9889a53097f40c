package io.weft.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @Test
    void everyServiceHasAnOwnerWhoMayCreateAndARuntimeRoleWhoMayNot() throws SQLException {
        for (String service : List.of("records", "metadata", "features", "search")) {
            DATABASE.execute(DATABASE.owner(service), "CREATE TABLE " + service + ".t (x int)");
            assertThatThrownBy(
                            () -> DATABASE.execute(DATABASE.service(service), "CREATE TABLE " + service + ".u (x int)"))
                    .hasMessageContaining("permission denied for schema " + service);
        }
    }

    @Test
    void runtimeRolesHaveNoWayAroundRowLevelSecurity() throws SQLException {
        assertThat(column("SELECT rolname FROM pg_roles WHERE rolname ~ '_(owner|service)$'"
                        + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"))
                .isEmpty();
    }

    @Test
    void theExtensionsAreThere() throws SQLException {
        assertThat(column("SELECT extname FROM pg_extension WHERE extname IN ('vector', 'pg_trgm', 'unaccent')"))
                .hasSize(3);
        assertThat(column("SELECT '[1,2,3]'::vector <-> '[1,2,5]'::vector")).containsExactly("2");
    }

    @Test
    void theCallerIsAnonymousUntilTheTransactionSaysOtherwise() throws SQLException {
        try (Connection connection = DATABASE.connect(DATABASE.service("records"));
                Statement statement = connection.createStatement()) {
            assertThat(row(statement, "SELECT weft.user_id(), weft.role_rank()"))
                    .containsExactly(null, "0");
            connection.setAutoCommit(false);
            statement.execute(
                    "SELECT set_config('weft.user_id', 'ada', true), set_config('weft.role_rank', '20', true)");
            assertThat(row(statement, "SELECT weft.user_id(), weft.role_rank()"))
                    .containsExactly("ada", "20");
            connection.commit();
            assertThat(row(statement, "SELECT weft.user_id(), weft.role_rank()"))
                    .containsExactly(null, "0");
        }
    }

    @Test
    void twoDatabasesDoNotSeeEachOther() throws SQLException {
        TestDatabase other = TestDatabase.create();
        other.execute(other.owner("search"), "CREATE TABLE search.only_here (x int)");
        assertThatThrownBy(() -> DATABASE.execute(DATABASE.owner("search"), "SELECT FROM search.only_here"))
                .hasMessageContaining("does not exist");
        assertThat(other.name()).isNotEqualTo(DATABASE.name());
    }

    private static List<String> column(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect(DATABASE.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static List<String> row(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.add(rows.getString(i));
            }
            return values;
        }
    }
}
