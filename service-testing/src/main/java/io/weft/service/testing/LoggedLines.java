package io.weft.service.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a logger is told from now on until this is closed, by any thread. Open it when the service runs: its start resets the loggers. */
public final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger logger;
    private final Level before;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private LoggedLines(String name) {
        this.logger = (Logger) LoggerFactory.getLogger(name);
        this.before = logger.getLevel();
        setContext(logger.getLoggerContext());
        start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(this);
    }

    public static LoggedLines of(String logger) {
        return new LoggedLines(logger);
    }

    /**
     * The statements of requests. The catalog is read beside them, whenever the service looks for new tables: that is left out.
     */
    public static LoggedLines ofStatements() {
        return new LoggedLines("io.weft.postgres.statements");
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!event.getFormattedMessage().contains("FROM pg_")) {
            event.getMDCPropertyMap();
            events.add(event);
        }
    }

    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    public List<String> messages() {
        return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Begins anew. */
    public void forget() {
        events.clear();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(true);
        logger.setLevel(before);
        stop();
    }
}
