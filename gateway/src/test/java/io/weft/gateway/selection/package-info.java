@org.jspecify.annotations.NullMarked
package io.weft.gateway.selection;
