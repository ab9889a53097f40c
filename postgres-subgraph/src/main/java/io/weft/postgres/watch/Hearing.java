package io.weft.postgres.watch;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.weft.postgres.session.Sql;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one connection hears of changes: the registry's word, that of the event triggers, and where there are none, the
 * catalog's fingerprint again and again. Fails when the connection does.
 */
final class Hearing {

    /** On which {@code weft.tell_schema_change()} tells the schemas that have changed. */
    private static final String DDL_CHANNEL = "weft_schema";

    private static final String HAS_TRIGGERS = """
            SELECT count(*) = 2 FROM pg_event_trigger
            WHERE evtname IN ('weft_schema_changed', 'weft_schema_dropped') AND evtenabled <> 'D'""";
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final String registryChannel;
    private final Collection<String> schemas;
    private final WatchSettings settings;
    private final CatalogFingerprint fingerprint;

    Hearing(String registryChannel, Collection<String> schemas, WatchSettings settings) {
        this.registryChannel = registryChannel;
        this.schemas = List.copyOf(schemas);
        this.settings = settings;
        this.fingerprint = new CatalogFingerprint(schemas);
    }

    /** Begins with one change: whatever came before anybody listened. */
    Flux<String> on(PostgresqlConnection connection) {
        return listen(connection)
                .then(hasTriggers(connection))
                .zipWhen(told -> look(connection))
                .flatMapMany(found -> Flux.merge(
                        connection.getNotifications().filter(this::concernsUs).map(_ -> "told"),
                        Mono.just("connected"),
                        looks(connection, found.getT1() ? settings.heartbeat() : settings.interval(), found.getT2())));
    }

    private Mono<Void> listen(PostgresqlConnection connection) {
        return connection
                .createStatement("LISTEN " + Sql.quote(registryChannel) + "; LISTEN " + Sql.quote(DDL_CHANNEL))
                .execute()
                .concatMap(result -> result.getRowsUpdated())
                .then();
    }

    private static Mono<Boolean> hasTriggers(PostgresqlConnection connection) {
        return connection
                .createStatement(HAS_TRIGGERS)
                .execute()
                .concatMap(result -> result.map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class))))
                .single();
    }

    private boolean concernsUs(Notification notification) {
        String schema = Objects.requireNonNullElse(notification.getParameter(), "");
        return !notification.getName().equals(DDL_CHANNEL) || schema.isEmpty() || schemas.contains(schema);
    }

    private Flux<String> looks(PostgresqlConnection connection, Duration pause, String first) {
        return Flux.interval(pause)
                .onBackpressureDrop()
                .concatMap(_ -> look(connection), 0)
                .startWith(first)
                .distinctUntilChanged()
                .skip(1)
                .map(_ -> "seen");
    }

    private Mono<String> look(PostgresqlConnection connection) {
        return fingerprint.read(connection).timeout(SILENCE);
    }
}
