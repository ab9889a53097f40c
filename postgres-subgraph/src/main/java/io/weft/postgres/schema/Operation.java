package io.weft.postgres.schema;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client may do with the rows of a published table. Reading is allowed unless it is omitted, writing where it is allowed. */
public enum Operation {
    /** Ask for all of them, to filter, order and page. */
    LIST("list"),
    /** Ask for one by a key. */
    LOOKUP("lookup"),
    /** Ask what they come to. */
    AGGREGATE("aggregate"),
    INSERT("insert"),
    UPSERT("upsert"),
    UPDATE("update"),
    DELETE("delete"),
    UPDATE_MANY("updateMany"),
    DELETE_MANY("deleteMany");

    public static final Set<Operation> READING = Set.of(LIST, LOOKUP, AGGREGATE);
    static final Set<Operation> WRITING = Set.of(INSERT, UPSERT, UPDATE, DELETE, UPDATE_MANY, DELETE_MANY);

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /** As comments and the configuration say it. */
    public String word() {
        return word;
    }

    static Optional<Operation> of(String word) {
        return Arrays.stream(values())
                .filter(operation -> operation.word.equals(word))
                .findFirst();
    }

    static String words(Set<Operation> operations) {
        return EnumSet.copyOf(operations).stream().map(Operation::word).collect(Collectors.joining(", "));
    }
}
