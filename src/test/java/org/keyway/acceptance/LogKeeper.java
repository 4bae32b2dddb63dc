package org.keyway.acceptance;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps everything that the application logs while tests run: text, arguments and exceptions. */
public final class LogKeeper implements BeforeAllCallback, BeforeEachCallback {

    private static final String NAME = "acceptance-log-keeper";
    private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();

    /** Everything so far. */
    public static String text() {
        return String.join("\n", LINES);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        keep();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        keep();
    }

    /** Spring Boot rebuilds logging when a context starts, so the appender is put back whenever it is gone. */
    private static void keep() {
        LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = logging.getLogger(Logger.ROOT_LOGGER_NAME);
        if (root.getAppender(NAME) == null) {
            Keeper keeper = new Keeper();
            keeper.setName(NAME);
            keeper.setContext(logging);
            keeper.start();
            root.addAppender(keeper);
        }
    }

    private static final class Keeper extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            LINES.add(event.getLoggerName() + " " + event.getFormattedMessage());
            for (IThrowableProxy fault = event.getThrowableProxy(); fault != null; fault = fault.getCause()) {
                LINES.add(fault.getClassName() + ": " + fault.getMessage());
            }
        }
    }
}
