/** Random supergraphs cut from random monoliths: the gateway must answer as the monolith does. */
package io.weft.gateway.differential;
