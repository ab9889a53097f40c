package io.weft.records;

import io.weft.contracts.Principal;
import io.weft.postgres.bulk.AnswerBulk;
import io.weft.postgres.bulk.BulkSettings;
import io.weft.postgres.bulk.Lines;
import io.weft.postgres.bulk.LoadLines;
import io.weft.postgres.serving.CurrentPrincipal;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code POST /bulk/records}: the publish input as NDJSON, streamed. Rows are the records that were not there yet. */
@RestController
class BulkRecords {

    private final LoadLines load;
    private final BulkSettings bulk;
    private final RecordsSettings settings;

    BulkRecords(LoadLines load, BulkSettings bulk, RecordsSettings settings) {
        this.load = load;
        this.bulk = bulk;
        this.settings = settings;
    }

    @PostMapping(path = "/bulk/records", consumes = "application/x-ndjson")
    Mono<ResponseEntity<Object>> load(@RequestBody Flux<DataBuffer> body) {
        return AnswerBulk.answer(CurrentPrincipal.get()
                .flatMap(principal -> load.load(principal, plan(principal), Lines.ofBody(body, bulk))));
    }

    private RecordsPlan plan(Principal principal) {
        return new RecordsPlan(settings, principal, Publishing.publisher(principal));
    }
}
