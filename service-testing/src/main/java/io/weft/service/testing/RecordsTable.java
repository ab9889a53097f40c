package io.weft.service.testing;

import io.weft.postgres.testing.Checkout;
import io.weft.postgres.testing.Login;
import io.weft.postgres.testing.TestDatabase;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** {@code records.records} for the tests of services that refer to it: the real one, made by the records service's own migrations. */
public final class RecordsTable {

    private static final String MIGRATIONS = "records-service/src/main/resources/db/migration";

    private final TestDatabase database;

    RecordsTable(TestDatabase database) {
        this.database = database;
    }

    void migrate() {
        Login owner = database.owner("records");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), owner.username(), owner.password())
                .schemas("records")
                .defaultSchema("records")
                .createSchemas(false)
                .locations("filesystem:" + Checkout.folder().resolve(MIGRATIONS))
                .load()
                .migrate();
    }

    /**
     * A record as the records service would have published it.
     *
     * @param readableFrom {@code -infinity} for a public one, {@code infinity} for a restricted one, else the end of its embargo
     * @return its SRN
     */
    public String publish(String id, String owner, String readableFrom) {
        execute(
                ("INSERT INTO records.records (srn, domain, local_id, version, convention_srn, schema_id, schema_version,"
                                + " source, owner, readable_from) VALUES ('urn:osa:localhost:rec:%1$s@1', 'localhost', '%1$s', 1,"
                                + " 'urn:osa:localhost:conv:test', 'test', '1.0.0', '%1$s', '%2$s', '%3$s')")
                        .formatted(id, owner, readableFrom));
        return "urn:osa:localhost:rec:" + id + "@1";
    }

    /** Lets a record be read from then on. */
    public void readableFrom(String id, String moment) {
        execute("UPDATE records.records SET readable_from = '%s' WHERE local_id = '%s'".formatted(moment, id));
    }

    private void execute(String sql) {
        try {
            database.execute(database.superuser(), sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
