package io.weft.postgres.operation;

import io.weft.contracts.Principal;
import io.weft.postgres.selection.OwnSelector;
import io.weft.postgres.selection.Selection;
import io.weft.postgres.sql.Given;
import io.weft.postgres.sql.Query;
import io.weft.postgres.sql.SelectorQuery;
import io.weft.postgres.sql.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

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

    /**
     * A selector that the service answers itself, and what writes what it finds.
     *
     * @param field     its name in the schema
     * @param arguments some of them perhaps {@link io.weft.postgres.sql.Given}
     */
    record Own(
            String name,
            OwnSelector selector,
            String field,
            Map<String, Object> arguments,
            Set<Wanted> wanted,
            WriteFound writer)
            implements Part {

        Mono<Selection> select(Principal principal, List<Object> given) {
            return Mono.defer(() -> selector.select(principal, Given.arguments(arguments, given), wanted, field));
        }
    }
}
