/** Large GraphQL schemas of graphql-java, built in time that grows with their number of types. */
@NullMarked
package io.weft.schema;

import org.jspecify.annotations.NullMarked;
