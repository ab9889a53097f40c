package io.r2dbc.postgresql;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.message.backend.BackendMessage;
import io.r2dbc.postgresql.message.backend.CommandComplete;
import io.r2dbc.postgresql.message.backend.DataRow;
import io.r2dbc.postgresql.message.backend.ErrorResponse;
import io.r2dbc.postgresql.message.backend.ParseComplete;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Hears what PostgreSQL says to statements that were sent together. */
@NullMarked
final class PipelineAnswer {

    private final List<PipelinedStatement> statements;
    private final Queue<PipelinedStatement> unprepared;
    private final List<List<List<@Nullable String>>> complete = new ArrayList<>();
    private List<List<@Nullable String>> rows = new ArrayList<>();
    private @Nullable ErrorResponse failure;

    PipelineAnswer(List<PipelinedStatement> statements) {
        this.statements = statements;
        this.unprepared = new ArrayDeque<>(
                statements.stream().filter(PipelinedStatement::isNew).toList());
    }

    void hear(BackendMessage message) {
        switch (message) {
            case DataRow row -> rows.add(cells(row));
            case CommandComplete _ -> {
                complete.add(rows);
                rows = new ArrayList<>();
            }
            case ParseComplete _ -> unprepared.remove().isPrepared();
            case ErrorResponse error -> failure = error;
            default -> {}
        }
    }

    private static List<@Nullable String> cells(DataRow row) {
        try {
            @Nullable String[] cells = new String[row.getColumns().length];
            int index = 0;
            for (@Nullable ByteBuf column : row.getColumns()) {
                cells[index++] = column == null ? null : column.toString(StandardCharsets.UTF_8);
            }
            return Arrays.asList(cells);
        } finally {
            row.release();
        }
    }

    /** Whether it failed only because what was prepared is not there any more, or answers other columns since a table has changed. */
    boolean isOutdated() {
        return failure != null && isOfPrepared(new ErrorDetails(failure.getFields()));
    }

    void forgetOutdated() {
        if (isOutdated()) {
            statements.forEach(PipelinedStatement::isForgotten);
        }
    }

    /** As {@link ExtendedFlowDelegate} has it. */
    private static boolean isOfPrepared(ErrorDetails error) {
        return switch (error.getCode()) {
            case "26000" -> true;
            case "0A000" ->
                error.getRoutine().filter("RevalidateCachedQuery"::equals).isPresent();
            default -> false;
        };
    }

    List<List<List<@Nullable String>>> rows() {
        ErrorResponse error = failure;
        if (error != null) {
            int failed = Math.min(complete.size(), statements.size() - 1);
            throw ExceptionFactory.createException(error, statements.get(failed).text());
        }
        return complete;
    }
}
