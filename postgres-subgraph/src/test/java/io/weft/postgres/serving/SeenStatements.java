package io.weft.postgres.serving;

import io.weft.postgres.session.ObserveStatements;
import io.weft.postgres.session.Sql;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the statements of requests; the catalog is read beside them, whenever the service looks for new tables. */
class SeenStatements implements ObserveStatements {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void statement(Sql sql) {
        if (!sql.text().contains("FROM pg_")) {
            texts.add(sql.text());
        }
    }

    List<String> since(int mark) {
        return List.copyOf(texts.subList(mark, texts.size()));
    }

    int mark() {
        return texts.size();
    }
}
