package io.github.openhands4j.v0.internal.direct;

import org.jspecify.annotations.Nullable;

/** A request as it came off the wire; {@code target} is path and query, not decoded. */
record Seen(String method, String target, @Nullable String contentType, String body) {

  String line() {
    return method + " " + target;
  }
}
