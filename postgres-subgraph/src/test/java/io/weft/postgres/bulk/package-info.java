@org.jspecify.annotations.NullMarked
package io.weft.postgres.bulk;
