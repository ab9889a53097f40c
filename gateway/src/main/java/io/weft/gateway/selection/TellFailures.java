package io.weft.gateway.selection;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.weft.gateway.execution.ErrorCode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes errors of failures; of what must not happen only that it did, and the rest goes to the log. */
final class TellFailures implements DataFetcherExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TellFailures.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable cause = parameters.getException();
        while (cause instanceof CompletionException wrapped && wrapped.getCause() != null) {
            cause = wrapped.getCause();
        }
        GraphqlErrorBuilder<?> error =
                GraphqlErrorBuilder.newError().path(parameters.getPath()).location(parameters.getSourceLocation());
        if (cause instanceof SelectionFailure failure) {
            error.message("%s", failure.told()).extensions(failure.extensions());
        } else {
            LOG.error("A selection failed", cause);
            error.message("%s", "The gateway failed to select.")
                    .extensions(Map.of("code", ErrorCode.INTERNAL_ERROR.name()));
        }
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                .error(error.build())
                .build());
    }
}
