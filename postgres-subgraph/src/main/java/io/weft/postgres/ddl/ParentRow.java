package io.weft.postgres.ddl;

import io.weft.postgres.catalog.TableName;

/**
 * The table whose rows the others belong to. It has the columns {@code number}, {@code srn}, {@code readable_from} and {@code
 * owner}, together a unique key; each child row carries them under a prefix, kept true by one foreign key, so that its row rules
 * look at nothing but the row itself.
 *
 * @param table  the parent table
 * @param prefix what the child's columns begin with, such as {@code record}
 */
public record ParentRow(TableName table, String prefix) {

    /** The archive's record, which rows of all other services belong to. */
    public static final ParentRow RECORD = new ParentRow(new TableName("records", "records"), "record");

    public String number() {
        return prefix + "_number";
    }

    public String srn() {
        return prefix + "_srn";
    }

    public String readableFrom() {
        return prefix + "_readable_from";
    }

    public String owner() {
        return prefix + "_owner";
    }

    /** The child's columns in the order of the foreign key. */
    public String columns() {
        return String.join(", ", number(), srn(), readableFrom(), owner());
    }

    /** What a child row takes from the parent, if that is called {@code alias}. */
    public static String values(String alias) {
        return "%1$s.number, %1$s.srn, %1$s.readable_from, %1$s.owner".formatted(alias);
    }
}
