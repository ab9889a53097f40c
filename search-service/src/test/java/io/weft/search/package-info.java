/** Tests of the search service: real PostgreSQL, real HTTP, real signatures. */
@org.jspecify.annotations.NullMarked
package io.weft.search;
