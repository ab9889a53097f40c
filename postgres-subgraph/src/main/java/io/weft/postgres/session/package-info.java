/**
 * How a service talks to PostgreSQL: a transaction as a Principal ({@link io.weft.postgres.session.PrincipalSession}), the owner's
 * transactions for DDL ({@link io.weft.postgres.session.OwnerSession}), and migrations at start. Knows nothing of GraphQL.
 */
@NullMarked
package io.weft.postgres.session;

import org.jspecify.annotations.NullMarked;
