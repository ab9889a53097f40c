package io.weft.endtoend;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Answers by one SQL statement over the joined tables, asked past row-level security with the access rule in it. */
final class SelectionOracle implements AutoCloseable {

    /** Of each record its only row of each table, or nulls. */
    static final String TABLES = """
            from records.records r
            left join metadata.oracle_animal_v1 a on a.record_number = r.number
            left join metadata.oracle_stone_v1 s on s.record_number = r.number
            left join features.oracle_score f on f.record_number = r.number
            left join search.documents d on d.record_number = r.number
            left join search.vector_oracle v on v.record_number = r.number
            """;

    /** @param sees what of {@code records.records r} */
    record Caller(String name, Optional<String> token, String sees) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Connection connection;

    SelectionOracle(Connection connection) {
        this.connection = connection;
    }

    static List<Caller> callers(RunningArchive archive) {
        String open = "r.readable_from <= now()";
        return List.of(
                new Caller("anonymous", Optional.empty(), open),
                new Caller(
                        "owner", Optional.of(archive.token("oda", "DEPOSITOR")), "(" + open + " or r.owner = 'oda')"),
                new Caller("stranger", Optional.of(archive.token("mallory", "DEPOSITOR")), open),
                new Caller("curator", Optional.of(archive.token("olaf", "CURATOR")), "true"));
    }

    /** The SRNs of all that match, in order. */
    List<String> all(Caller caller, String condition, String order) {
        return strings(
                "select coalesce(array_agg(r.srn order by " + order + "), '{}') " + TABLES + where(caller, condition));
    }

    /** Rows as texts, each with its cells joined by a space. */
    List<String> rows(Caller caller, String condition, String select, String join, String rest) {
        return strings("select coalesce(array_agg(line), '{}') from (select " + select + " as line " + TABLES + join
                + where(caller, condition) + " " + rest + ") lines");
    }

    private static String where(Caller caller, String condition) {
        return " where " + caller.sees() + " and " + condition;
    }

    private List<String> strings(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            Array array = rows.getArray(1);
            return List.of((String[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
