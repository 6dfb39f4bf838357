package io.github.openhands4j.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Hears everything the process logs and prints, at the highest level, until it is closed. */
final class Eavesdropper implements AutoCloseable {

  private final StringBuilder heard = new StringBuilder();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final java.util.logging.Logger jdk = java.util.logging.Logger.getLogger("");
  private final java.util.logging.Logger okHttp = java.util.logging.Logger.getLogger("okhttp3");
  private final java.util.logging.Level jdkLevel = jdk.getLevel();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Appender appender = new Appender();
  private final JdkHandler handler = new JdkHandler();

  Eavesdropper() {
    root.setLevel(Level.TRACE);
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
    handler.setLevel(java.util.logging.Level.ALL);
    jdk.setLevel(java.util.logging.Level.ALL);
    okHttp.setLevel(java.util.logging.Level.ALL);
    jdk.addHandler(handler);
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
  }

  private synchronized void hear(String text) {
    heard.append(text).append('\n');
  }

  /** Everything so far. */
  synchronized String heard() {
    return heard + printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    jdk.removeHandler(handler);
    jdk.setLevel(jdkLevel);
    root.detachAppender(appender);
    root.setLevel(level);
  }

  private final class Appender extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      hear(event.getFormattedMessage() + event.getMDCPropertyMap());
      if (event.getThrowableProxy() != null) {
        hear(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
  }

  private final class JdkHandler extends Handler {
    @Override
    public void publish(LogRecord message) {
      hear(new SimpleFormatter().format(message));
    }

    @Override
    public void flush() {
      // nothing is kept back
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
