/** The command line, as processes of their own. */
@org.jspecify.annotations.NullMarked
package io.weft.gateway.command;
