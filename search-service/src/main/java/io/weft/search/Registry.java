package io.weft.search;

import io.r2dbc.spi.Readable;
import io.weft.contracts.Principal;
import io.weft.contracts.Role;
import io.weft.postgres.problem.ProblemCode;
import io.weft.postgres.problem.Refusal;
import io.weft.postgres.session.OwnerSession;
import io.weft.postgres.session.PrincipalSession;
import io.weft.postgres.session.Sql;
import io.weft.postgres.session.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The registered vectors. Each has a table of its own, because a vector index needs one dimension. */
@Component
final class Registry {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int LARGEST_INDEXED = 2000;
    private static final String ALL = "SELECT * FROM search.vectors ORDER BY name";

    private final PrincipalSession session;
    private final OwnerSession owner;

    Registry(PrincipalSession session, OwnerSession owner) {
        this.session = session;
        this.owner = owner;
    }

    Mono<Map<String, NamedVector>> all() {
        return session.read(Principal.anonymous(), Registry::all);
    }

    static Mono<Map<String, NamedVector>> all(Transaction transaction) {
        return transaction.query(Sql.of(ALL), Registry::vector).collectList().map(vectors -> {
            Map<String, NamedVector> byName = new LinkedHashMap<>();
            vectors.forEach(vector -> byName.put(vector.name(), vector));
            return byName;
        });
    }

    /** @throws Refusal if there is none of that name */
    static NamedVector find(Map<String, NamedVector> vectors, String name, String place) {
        NamedVector vector = vectors.get(name);
        if (vector == null) {
            throw Refusal.input(place + " \"" + name + "\" is not a registered vector; there are " + vectors.keySet());
        }
        return vector;
    }

    /** The vector as it is registered now. */
    Mono<NamedVector> register(Principal principal, NamedVector wanted) {
        if (!principal.role().includes(Role.ADMIN)) {
            throw Refusal.of(
                    ProblemCode.FORBIDDEN, "registering a vector needs the role ADMIN, yours is " + principal.role());
        }
        if (!NAME.matcher(wanted.name()).matches()) {
            throw Refusal.input("input.name must be a lower-case letter, then up to 39 of a-z, 0-9 and _, not \""
                    + wanted.name() + "\"");
        }
        if (wanted.dimension() < 1 || wanted.dimension() > LARGEST_INDEXED) {
            throw Refusal.input("input.dimension must be 1 to " + LARGEST_INDEXED
                    + ", the most that can be indexed, not " + wanted.dimension());
        }
        return owner.write(transaction -> transaction
                .run("SELECT pg_advisory_xact_lock(hashtextextended('search.vectors', 7))")
                .then(all(transaction))
                .flatMap(vectors -> register(transaction, vectors, wanted)));
    }

    private static Mono<NamedVector> register(
            Transaction transaction, Map<String, NamedVector> vectors, NamedVector wanted) {
        NamedVector there = vectors.get(wanted.name());
        if (there == null) {
            return transaction
                    .run(ddl(wanted).toArray(String[]::new))
                    .then(transaction.update(Sql.of(
                            "INSERT INTO search.vectors (name, dimension, distance, description) VALUES ($1, $2, $3, $4)",
                            wanted.name(),
                            wanted.dimension(),
                            wanted.distance().name(),
                            wanted.description())))
                    .thenReturn(wanted);
        }
        if (there.dimension() == wanted.dimension() && there.distance() == wanted.distance()) {
            return Mono.just(there);
        }
        throw Refusal.of(
                ProblemCode.CONFLICT,
                "the vector \"" + there.name() + "\" is registered already with " + there.dimension()
                        + " dimensions and " + there.distance() + ": choose another name");
    }

    private static List<String> ddl(NamedVector vector) {
        String table = vector.table();
        String mine = "(SELECT weft.role_rank()) >= 10 AND (record_owner = (SELECT weft.user_id())"
                + " OR (SELECT weft.role_rank()) >= 20)";
        List<String> ddl = new ArrayList<>();
        ddl.add(
                "CREATE TABLE " + table + " (record_number bigint PRIMARY KEY, record_srn text NOT NULL,"
                        + " record_readable_from timestamptz NOT NULL, record_owner text NOT NULL,"
                        + " embedding vector(" + vector.dimension() + ") NOT NULL,"
                        + " FOREIGN KEY (record_number, record_srn, record_readable_from, record_owner)"
                        + " REFERENCES records.records (number, srn, readable_from, owner) ON UPDATE CASCADE ON DELETE CASCADE)");
        ddl.add("CREATE INDEX ON " + table + " USING hnsw (embedding "
                + vector.distance().operatorClass() + ")");
        ddl.add("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
        ddl.add("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        ddl.add("CREATE POLICY readable ON " + table
                + " FOR SELECT TO search_service USING (record_readable_from <= now()"
                + " OR record_owner = (SELECT weft.user_id()) OR (SELECT weft.role_rank()) >= 20)");
        ddl.add("CREATE POLICY insertable ON " + table + " FOR INSERT TO search_service WITH CHECK (" + mine + ")");
        ddl.add("CREATE POLICY updatable ON " + table + " FOR UPDATE TO search_service USING (" + mine + ")");
        ddl.add("GRANT SELECT, INSERT, UPDATE ON " + table + " TO search_service");
        return ddl;
    }

    private static NamedVector vector(Readable row) {
        return new NamedVector(
                Objects.requireNonNull(row.get("name", String.class)),
                Objects.requireNonNull(row.get("dimension", Integer.class)),
                Distance.valueOf(Objects.requireNonNull(row.get("distance", String.class))),
                row.get("description", String.class));
    }
}
