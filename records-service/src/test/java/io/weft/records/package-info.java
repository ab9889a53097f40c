/** Tests of the records service: real PostgreSQL, real HTTP, real tokens and signatures. */
@org.jspecify.annotations.NullMarked
package io.weft.records;
