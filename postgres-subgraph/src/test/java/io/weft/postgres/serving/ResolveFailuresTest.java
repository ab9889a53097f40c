package io.weft.postgres.serving;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import graphql.GraphQLError;
import graphql.Scalars;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.language.Field;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ResolveFailuresTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(ResolveFailures.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final DataFetchingEnvironment environment = DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
            .mergedField(MergedField.newMergedField(new Field("slow")).build())
            .executionStepInfo(ExecutionStepInfo.newExecutionStepInfo()
                    .type(Scalars.GraphQLString)
                    .path(ResultPath.parse("/slow"))
                    .build())
            .build();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(lines);
    }

    @Test
    void a_request_that_was_given_up_is_no_fault() {
        AbortExecutionException abandoned = new AbortExecutionException("Execution has been asked to be cancelled");
        assertThat(errors(new CompletionException(abandoned))).containsExactly(abandoned);
        assertThat(lines.list).isEmpty();
    }

    @Test
    void a_fault_is_told_to_the_log_and_not_to_the_client() {
        assertThat(errors(new IllegalStateException("secret")))
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("secret"));
        assertThat(lines.list)
                .singleElement()
                .satisfies(line ->
                        assertThat(line.getThrowableProxy().getMessage()).isEqualTo("secret"));
    }

    private List<GraphQLError> errors(Throwable failure) {
        return Objects.requireNonNull(
                new ResolveFailures().resolveException(failure, environment).block());
    }
}
