@org.jspecify.annotations.NullMarked
package io.weft.http.server;
