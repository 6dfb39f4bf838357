package io.github.openhands4j.v0.internal.direct;

import java.util.Map;

/** What the scripted server answers; status 0 ends the connection without an answer. */
record Reply(int status, String contentType, String body, Map<String, String> headers) {

  static final Reply LOST = new Reply(0, "", "", Map.of());
  static final Reply NO_SUCH_ROUTE = json(404, "{\"detail\":\"Not Found\"}");
  static final Reply NO_SUCH_METHOD = json(405, "{\"detail\":\"Method Not Allowed\"}");
  static final Reply WEB_PAGE =
      new Reply(200, "text/html; charset=utf-8", "<!DOCTYPE html><html></html>", Map.of());

  /** What an uncaught exception of V0 is answered with. */
  static final Reply CRASH = text(500, "Internal Server Error").with("Server", "uvicorn");

  static Reply json(int status, String body) {
    return new Reply(status, "application/json", body, Map.of());
  }

  static Reply text(int status, String body) {
    return new Reply(status, "text/plain; charset=utf-8", body, Map.of());
  }

  static Reply html(int status, String body) {
    return new Reply(status, "text/html", body, Map.of());
  }

  Reply with(String name, String value) {
    return new Reply(status, contentType, body, Map.of(name, value));
  }
}
