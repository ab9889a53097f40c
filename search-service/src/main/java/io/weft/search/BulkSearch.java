package io.weft.search;

import io.weft.postgres.bulk.AnswerBulk;
import io.weft.postgres.bulk.BulkSettings;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.serving.CurrentPrincipal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code POST /bulk/search}: documents and vectors of records as NDJSON, streamed. */
@RestController
class BulkSearch {

    private final IndexRecords index;
    private final BulkSettings settings;

    BulkSearch(IndexRecords index, BulkSettings settings) {
        this.index = index;
        this.settings = settings;
    }

    @PostMapping(path = "/bulk/search", consumes = "application/x-ndjson")
    Mono<ResponseEntity<Object>> load(@RequestBody Flux<DataBuffer> body) {
        return AnswerBulk.answer(
                CurrentPrincipal.get().flatMap(principal -> index.index(principal, Lines.ofBody(body, settings))));
    }
}
