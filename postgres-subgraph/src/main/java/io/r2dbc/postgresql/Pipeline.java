package io.r2dbc.postgresql;

import static io.r2dbc.postgresql.client.TransactionStatus.IDLE;

import io.netty.util.ReferenceCountUtil;
import io.netty.util.ReferenceCounted;
import io.r2dbc.postgresql.client.SimpleQueryMessageFlow;
import io.r2dbc.postgresql.util.Operators;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Statements that are sent together and end together: PostgreSQL runs them one after the other, in one transaction, and after a failure none
 * of those that follow. The driver waits for the answer to each statement with values before it sends the next. This stands in its
 * package because only there a connection tells its client, and which statements it has prepared.
 *
 * @see <a href="https://www.postgresql.org/docs/17/protocol-flow.html#PROTOCOL-FLOW-PIPELINING">PostgreSQL, pipelining</a>
 */
@NullMarked
public final class Pipeline {

    private final ConnectionResources resources;
    private final List<Statement> statements;

    /**
     * @param text   with $1, $2, … where the values belong
     * @param values in their order, null for NULL; what the driver can encode
     */
    public record Statement(String text, List<@Nullable Object> values) {}

    private Pipeline(ConnectionResources resources, List<Statement> statements) {
        this.resources = resources;
        this.statements = statements;
    }

    /**
     * The rows of each statement, their columns as PostgreSQL writes them as text, in a transaction of their own. It fails with the first statement that
     * does ({@link io.r2dbc.spi.R2dbcException}), and a transaction they began has ended then. Who cancels leaves the connection busy until they have ended.
     *
     * @param connection the driver's own, in no transaction
     */
    public static Mono<List<List<List<@Nullable String>>>> rows(
            io.r2dbc.postgresql.api.PostgresqlConnection connection, List<Statement> statements) {
        Pipeline pipeline = of(connection, statements);
        Mono<PipelineAnswer> ended = pipeline.sent().flatMap(pipeline::ended);
        return ended.flatMap(answer -> answer.isOutdated() ? ended : Mono.just(answer))
                .map(PipelineAnswer::rows);
    }

    /** As {@link #rows}, in the transaction that is open, or that begins by what was sent just now. It stays open. */
    public static Mono<List<List<List<@Nullable String>>>> within(
            io.r2dbc.postgresql.api.PostgresqlConnection connection, List<Statement> statements) {
        return of(connection, statements).sent().map(PipelineAnswer::rows);
    }

    private static Pipeline of(io.r2dbc.postgresql.api.PostgresqlConnection connection, List<Statement> statements) {
        return new Pipeline(((PostgresqlConnection) connection).getResources(), statements);
    }

    private Mono<PipelineAnswer> sent() {
        return Mono.defer(() -> {
            PipelineMessage message = PipelineMessage.of(statements, resources);
            return resources
                    .getClient()
                    .exchange(Mono.just(message))
                    .as(Operators::discardOnCancel)
                    .doOnDiscard(ReferenceCounted.class, ReferenceCountUtil::release)
                    .collect(() -> new PipelineAnswer(message.statements()), PipelineAnswer::hear)
                    .doOnNext(PipelineAnswer::forgetOutdated);
        });
    }

    /** A request to cancel may hit the ROLLBACK, too. */
    private Mono<PipelineAnswer> ended(PipelineAnswer answer) {
        return resources.getClient().getTransactionStatus() == IDLE
                ? Mono.just(answer)
                : SimpleQueryMessageFlow.exchange(resources.getClient(), "ROLLBACK")
                        .doOnNext(ReferenceCountUtil::release)
                        .then(Mono.defer(() -> ended(answer)));
    }
}
