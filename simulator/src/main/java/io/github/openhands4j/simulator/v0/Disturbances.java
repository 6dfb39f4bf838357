package io.github.openhands4j.simulator.v0;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the next requests, each once. Not thread-safe. */
final class Disturbances {

  /**
   * One fault.
   *
   * @param taken whether the server carries the request out all the same
   * @param shown what the caller sees, or null for the end of the connection
   */
  record Disturbance(String method, Pattern path, boolean taken, @Nullable V0Reply shown) {}

  private final List<Disturbance> waiting = new ArrayList<>();

  void add(Disturbance disturbance) {
    waiting.add(disturbance);
  }

  Optional<Disturbance> takeFor(V0Request request) {
    for (Iterator<Disturbance> rest = waiting.iterator(); rest.hasNext(); ) {
      Disturbance next = rest.next();
      if (next.method().equals(request.method()) && next.path().matcher(request.path()).matches()) {
        rest.remove();
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }
}
