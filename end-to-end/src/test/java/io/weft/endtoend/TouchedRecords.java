package io.weft.endtoend;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records that somebody hides and shows again past all services, and whose scores he takes and puts back. */
final class TouchedRecords implements AutoCloseable {

    /** Which they are, of {@code records.records r}. */
    static final String TOUCHED = "r.local_id like 'orc-%' and r.number % 3 = 0";

    private static final String KEEP = """
            create temporary table kept as select r.number, r.readable_from from records.records r where %1$s;
            create temporary table kept_score as
                select s.* from features.oracle_score s join records.records r on r.number = s.record_number where %1$s
            """.formatted(TOUCHED);

    private static final String SHOW = """
            update records.records r set readable_from = k.readable_from from kept k
            where k.number = r.number and r.readable_from <> k.readable_from""";

    private static final String PUT_BACK = """
            insert into features.oracle_score
                (run_id, record_number, record_srn, record_readable_from, record_owner, label, sureness)
            select k.run_id, r.number, r.srn, r.readable_from, r.owner, k.label, k.sureness
            from kept_score k join records.records r on r.number = k.record_number
            where not exists (select 1 from features.oracle_score s where s.record_number = r.number)""";

    private static final List<String> DEEDS = List.of(
            "update records.records set readable_from = 'infinity' where number = ?",
            SHOW + " and r.number = ?",
            "delete from features.oracle_score where record_number = ?",
            PUT_BACK + " and r.number = ?");

    private final Connection connection;
    private final List<Long> numbers;

    TouchedRecords(RunningArchive archive) throws SQLException {
        connection = archive.database();
        try (Statement statement = connection.createStatement()) {
            statement.execute(KEEP);
        }
        numbers = numbers();
    }

    private List<Long> numbers() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number from kept")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    /** One deed, which may be in vain; how many rows it changed. */
    int write(Random random) throws SQLException {
        try (PreparedStatement deed = connection.prepareStatement(DEEDS.get(random.nextInt(DEEDS.size())))) {
            deed.setLong(1, numbers.get(random.nextInt(numbers.size())));
            return deed.executeUpdate();
        }
    }

    /** All is as it was. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(SHOW);
            statement.executeUpdate(PUT_BACK);
        }
    }
}
