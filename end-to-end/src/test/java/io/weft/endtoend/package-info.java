/** The archive as its users meet it: all processes, real HTTP, real tokens. */
@org.jspecify.annotations.NullMarked
package io.weft.endtoend;
