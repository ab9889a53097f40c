package io.weft.search;

import io.weft.service.testing.ServiceImports;
import org.junit.jupiter.api.Test;

class ImportDirectionTest {

    @Test
    void the_service_knows_neither_the_gateway_nor_other_services() {
        ServiceImports.check(SearchServiceApplication.class);
    }
}
