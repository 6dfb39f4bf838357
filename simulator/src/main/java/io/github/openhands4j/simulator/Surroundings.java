package io.github.openhands4j.simulator;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.function.Predicate;

/**
 * What answers where no route does: JSON errors and redirects without a web app, its index page
 * with one. Removed V0 routes end here too.
 */
final class Surroundings {

  /** The index page of the web app. */
  static final String INDEX =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><title>OpenHands</title></head>"
          + "<body><div id=\"root\"></div></body></html>\n";

  private final boolean webApp;

  /** With or without a web app mounted. */
  Surroundings(boolean webApp) {
    this.webApp = webApp;
  }

  /** The index page as an answer. */
  static Reply index() {
    return Reply.text(200, "text/html; charset=utf-8", INDEX);
  }

  /** True for a CORS preflight. */
  static boolean isPreflight(Request request) {
    return request.containsHeader("Origin")
        && request.containsHeader("Access-Control-Request-Method");
  }

  /** Any origin may call. */
  static Reply preflight() {
    return Reply.text(200, "text/plain; charset=utf-8", "OK")
        .header("access-control-allow-origin", "*")
        .header("access-control-allow-methods", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
  }

  /**
   * Answers a request that no route takes.
   *
   * @param allowed the methods of the route that has this path, empty when none has
   * @param knows tells whether any route has a path
   */
  Reply answer(Request request, Target target, String allowed, Predicate<String> knows) {
    String method = request.getMethod().getName();
    if (webApp) {
      return method.equals("GET") || method.equals("HEAD")
          ? index()
          : Reply.detail(405, "Method Not Allowed");
    }
    if (!allowed.isEmpty()) {
      return Reply.detail(405, "Method Not Allowed").header("allow", allowed);
    }
    String path = target.path();
    if (path.endsWith("/") && knows.test(path.substring(0, path.length() - 1))) {
      String query = target.query().isEmpty() ? "" : "?" + target.query();
      String host = request.getHeader("Host");
      return Reply.text(307, "", "")
          .header("location", "http://" + host + path.substring(0, path.length() - 1) + query);
    }
    return Reply.detail(404, "Not Found");
  }
}
