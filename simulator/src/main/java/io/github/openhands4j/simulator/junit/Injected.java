package io.github.openhands4j.simulator.junit;

import io.github.openhands4j.simulator.OpenHandsSimulator;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;

/** What a parameter of a test can be. */
enum Injected {
  /** The simulator itself. */
  SERVER(server -> server),
  /** Its address. */
  URL(OpenHandsSimulator::baseUrl),
  /** Its address as text. */
  URL_TEXT(server -> server.baseUrl().toString()),
  /** Its key. */
  KEY(server -> server.apiKey().orElse(""));

  private final Function<OpenHandsSimulator, Object> part;

  Injected(Function<OpenHandsSimulator, Object> part) {
    this.part = part;
  }

  /** What is wanted, or null for a parameter that is none of ours. */
  static @Nullable Injected of(ParameterContext parameter) {
    Class<?> type = parameter.getParameter().getType();
    if (type == OpenHandsSimulator.class) {
      return SERVER;
    }
    if (parameter.isAnnotated(ServerUrl.class)) {
      return type == URI.class ? URL : type == String.class ? URL_TEXT : null;
    }
    return parameter.isAnnotated(ServerKey.class) && type == String.class ? KEY : null;
  }

  /** The value. */
  Object from(OpenHandsSimulator server) {
    return part.apply(server);
  }
}
