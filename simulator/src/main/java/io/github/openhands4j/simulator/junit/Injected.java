package io.github.openhands4j.simulator.junit;

import io.github.openhands4j.simulator.OpenHandsSimulator;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * What a parameter of a test is to be.
 *
 * @param part takes it from the simulator
 */
record Injected(Function<OpenHandsSimulator, Object> part) {

  /** What is wanted, or null for a parameter that is none of ours. */
  static @Nullable Injected of(ParameterContext parameter) {
    Class<?> type = parameter.getParameter().getType();
    if (type == OpenHandsSimulator.class) {
      return new Injected(server -> server);
    }
    if (parameter.isAnnotated(ServerUrl.class)) {
      return type == URI.class
          ? new Injected(OpenHandsSimulator::baseUrl)
          : type == String.class ? new Injected(server -> server.baseUrl().toString()) : null;
    }
    return parameter.isAnnotated(ServerKey.class) && type == String.class
        ? new Injected(server -> server.apiKey().orElse(""))
        : null;
  }
}
