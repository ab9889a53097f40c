package io.weft.metadata;

import io.weft.postgres.bulk.AnswerBulk;
import io.weft.postgres.bulk.BulkSettings;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.serving.CurrentPrincipal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code POST /bulk/metadata/{schema}/{version}}: NDJSON, streamed. */
@RestController
class BulkMetadata {

    private final PutMetadata put;
    private final BulkSettings settings;

    BulkMetadata(PutMetadata put, BulkSettings settings) {
        this.put = put;
        this.settings = settings;
    }

    @PostMapping(path = "/bulk/metadata/{schema}/{version}", consumes = "application/x-ndjson")
    Mono<ResponseEntity<Object>> load(
            @PathVariable("schema") String schema,
            @PathVariable("version") String version,
            @RequestBody Flux<DataBuffer> body) {
        return AnswerBulk.answer(CurrentPrincipal.get()
                .flatMap(principal -> put.put(principal, schema, version, Lines.ofBody(body, settings))));
    }
}
