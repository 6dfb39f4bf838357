package io.github.openhands4j.realserver.likeness;

import java.io.IOException;
import java.util.List;

/** Calls that no route takes, and routes that need no key. */
final class Surroundings {

  /** What a server shows to everybody. */
  static final List<String> OPEN =
      List.of(
          "/alive",
          "/health",
          "/ready",
          "/server_info",
          "/openapi.json",
          "/docs",
          "/redoc",
          "/api/v1/web-client/config");

  private static final String SOME_ID = "1f2e3d4c-0b1a-4c5d-8e9f-a0b1c2d3e4f5";
  private static final List<String> REMOVED =
      List.of(
          "/api/conversations",
          "/api/conversations/" + SOME_ID,
          "/api/conversations/" + SOME_ID + "/message",
          "/api/options/models",
          "/api/settings",
          "/api/nosuch",
          "/nosuch",
          "/");
  private static final List<String> ROUTES =
      List.of(
          "/alive",
          "/docs",
          "/api/v1/app-conversations",
          "/api/v1/app-conversations/search",
          "/api/v1/app-conversations/count",
          "/api/v1/app-conversations/start-tasks",
          "/api/v1/app-conversations/" + SOME_ID,
          "/api/v1/app-conversations/" + SOME_ID + "/send-message",
          "/api/v1/sandboxes/x",
          "/api/v1/sandboxes/x/pause",
          "/api/v1/conversation/" + SOME_ID + "/events",
          "/api/v1/conversation/" + SOME_ID + "/events/count",
          "/api/v1/nosuch");

  private Surroundings() {}

  static void walk(RawCaller caller) throws IOException, InterruptedException {
    for (String path : REMOVED) {
      for (String method : List.of("GET", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS")) {
        caller.say(method, path, "");
      }
    }
    for (String path : ROUTES) {
      for (String method : List.of("PUT", "OPTIONS", "HEAD")) {
        caller.keyed(method, path, "");
      }
      if (path.contains(SOME_ID) || path.contains("/x")) {
        caller.get(path);
      } else {
        caller.delete(path);
      }
      caller.get(path + "/");
      caller.get(path + "/?limit=1");
      caller.post(path + "/", "{}");
    }
    caller.say(
        "OPTIONS",
        "/api/v1/app-conversations",
        "",
        "Origin",
        "http://example.invalid",
        "Access-Control-Request-Method",
        "POST");
    caller.get("//api/v1/app-conversations/search");
    caller.get("/api/v1/App-Conversations/search");
  }
}
