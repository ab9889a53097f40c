/**
 * Tables made while the service runs: {@link io.weft.postgres.ddl.WriteTable} writes the DDL of typed tables whose rows belong
 * to a row of a parent table and are as visible as that one.
 */
@NullMarked
package io.weft.postgres.ddl;

import org.jspecify.annotations.NullMarked;
