package io.weft.postgres.operation;

import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.SelectorQuery;
import java.util.List;

/** What a document comes to, for variables of one shape. */
sealed interface Plan {

    /** It asks for something that is not published: the engine answers it. */
    record Elsewhere() implements Plan {}

    /** @param fields of the answer, in their order */
    record Fields(List<Part> fields) implements Plan {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** A field of the answer, under the client's name for it. */
    sealed interface Part {
        String name();
    }

    /** {@code __typename} of the query itself. */
    record TypeName(String name, String typeName) implements Part {}

    /** A statement and what writes its rows. */
    record Statement(String name, Query<?> query, WriteRows writer) implements Part {}

    /** A selector's statements and what writes what they find. */
    record Selected(String name, SelectorQuery query, WriteFound writer) implements Part {}
}
