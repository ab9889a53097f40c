package io.weft.postgres.serving;

import io.weft.postgres.session.ObserveStatements;
import io.weft.postgres.session.Sql;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the statements of requests. */
class SeenStatements implements ObserveStatements {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void statement(Sql sql) {
        texts.add(sql.text());
    }

    List<String> since(int mark) {
        return List.copyOf(texts.subList(mark, texts.size()));
    }

    int mark() {
        return texts.size();
    }
}
