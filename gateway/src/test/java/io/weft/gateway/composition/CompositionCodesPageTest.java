package io.weft.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.gateway.composition.problem.ErrorCode;
import io.weft.gateway.composition.problem.HintCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/composition-errors.md} is written from the code; {@code -Dweft.goldens=rewrite} writes it again. */
class CompositionCodesPageTest {

    private static final Path PAGE = Path.of("../docs/composition-errors.md");

    @Test
    void thePageOfCodesIsCurrent() throws IOException {
        if ("rewrite".equals(System.getProperty("weft.goldens"))) {
            Files.writeString(PAGE, page());
        }
        assertThat(page()).isEqualTo(Files.readString(PAGE));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Composition: codes of errors and hints

                Written from `ErrorCode` and `HintCode` by a test. The names are Apollo's where Apollo has one.

                ## Errors

                | code | what is wrong | way out |
                |---|---|---|
                """);
        for (ErrorCode code : ErrorCode.values()) {
            page.append("| `%s` | %s | %s |%n".formatted(code, cell(code.sentence()), cell(code.wayOut())));
        }
        page.append("""

                ## Hints

                | code | what was seen |
                |---|---|
                """);
        for (HintCode code : HintCode.values()) {
            page.append("| `%s` | %s |%n".formatted(code, cell(code.sentence())));
        }
        return page.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
