package io.weft.gateway.application;

import io.weft.contracts.Principal;
import io.weft.gateway.observability.RequestTrace;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Who asks, over whatever transport.
 *
 * @param until when the token that was shown stops being valid
 * @param sent  the headers of the HTTP request, or of the websocket's handshake
 * @param trace of this operation
 */
record Asking(Principal principal, Optional<Instant> until, HttpHeaders sent, RequestTrace trace) {}
