package io.github.openhands4j.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Lets the V0 clients of schedules warn of nothing: they would say the same thousands of times. */
final class Quiet implements BeforeEachCallback, AfterEachCallback {

  private final List<Logger> loggers =
      Stream.of("compat", "v0")
          .map(name -> (Logger) LoggerFactory.getLogger("io.github.openhands4j." + name))
          .toList();

  @Override
  public void beforeEach(ExtensionContext context) {
    loggers.forEach(logger -> logger.setLevel(Level.ERROR));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    loggers.forEach(logger -> logger.setLevel(null));
  }
}
