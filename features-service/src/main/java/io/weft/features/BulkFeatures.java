package io.weft.features;

import io.weft.postgres.bulk.AnswerBulk;
import io.weft.postgres.bulk.BulkSettings;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.serving.CurrentPrincipal;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code POST /bulk/features/{hook}?release=…}: NDJSON, streamed. */
@RestController
class BulkFeatures {

    private final PutFeatures put;
    private final BulkSettings settings;

    BulkFeatures(PutFeatures put, BulkSettings settings) {
        this.put = put;
        this.settings = settings;
    }

    @PostMapping(path = "/bulk/features/{hook}", consumes = "application/x-ndjson")
    Mono<ResponseEntity<Object>> load(
            @PathVariable("hook") String hook,
            @RequestParam(name = "release", defaultValue = "") String release,
            @RequestBody Flux<DataBuffer> body) {
        return AnswerBulk.answer(CurrentPrincipal.get()
                .flatMap(principal ->
                        put.put(principal, hook, release, UUID.randomUUID(), Lines.ofBody(body, settings))));
    }
}
