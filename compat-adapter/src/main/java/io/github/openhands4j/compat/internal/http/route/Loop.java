package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.V0Request;

/** Tells a request that this library sent out to do V1's part, and that came back in. */
final class Loop {

  static final String EXPLANATION =
      "This answers V0 requests only, and one of its own V1 requests arrived: the base URL of the"
          + " client behind it points here. Set openhands.base-url to the V1 server.";

  private static final String OURS = "openhands4j/";

  private Loop() {}

  static boolean isOne(V0Request request, Target target) {
    return target.path().startsWith("/api/v1/")
        && request.header("User-Agent").stream().anyMatch(agent -> agent.startsWith(OURS));
  }
}
