package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.realserver.WaitedInVainException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Steps that belong together and begin on an empty server.
 *
 * @param name its name
 * @param steps makes the steps
 */
record Scenario(String name, Consumer<Session> steps) {

  /** What every step gave on a server, by scenario and name. */
  Map<String, @Nullable Object> play(TwinServer server) {
    server.clean();
    Session session = new Session(server);
    try {
      steps.accept(session);
    } catch (WaitedInVainException hung) { // on one server or on both: a difference
      session.step("all steps", () -> server.getClass().getSimpleName() + ": " + hung.getMessage());
    }
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    session.transcript().forEach((step, outcome) -> named.put(name + "/" + step, outcome));
    return named;
  }
}
