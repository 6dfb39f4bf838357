package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.V0Response;
import java.io.Serial;

/** A request is answered before it reaches a route's own code. */
final class Refusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient V0Response answer;

  Refusal(V0Response answer) {
    super("answered " + answer.status(), null, false, false);
    this.answer = answer;
  }

  V0Response answer() {
    return answer;
  }
}
