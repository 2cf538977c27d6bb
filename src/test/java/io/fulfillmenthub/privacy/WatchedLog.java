package io.fulfillmenthub.privacy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;

/** The appender of logback-test.xml that shows every line to {@link PrivacyWatch}, with its exceptions and its context. */
public final class WatchedLog extends AppenderBase<ILoggingEvent> {

    @Override
    protected void append(ILoggingEvent event) {
        PrivacyWatch.look(
                event.getLoggerName(),
                event.getFormattedMessage() + "\n" + event.getMDCPropertyMap() + "\n"
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
