package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.tomakehurst.wiremock.http.Request;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to its route.
 *
 * @param target path and query
 * @param path the values of the route's path parameters
 * @param body the parsed body; missing when there is none, a text when it was not sent as JSON
 * @param now the time the request is answered at
 * @param request the request itself, for headers and bytes
 */
record Exchange(
    Target target, Map<String, String> path, JsonNode body, Instant now, Request request) {

  /** A request without path parameters and body. */
  static Exchange plain(Target target, Instant now, Request request) {
    return new Exchange(target, Map.of(), MissingNode.getInstance(), now, request);
  }

  /** The same with what the route found in path and body. */
  Exchange with(Map<String, String> pathValues, @Nullable JsonNode parsed) {
    return new Exchange(target, pathValues, parsed == null ? body : parsed, now, request);
  }

  /** A path parameter's value. */
  String pathValue(String name) {
    return path.getOrDefault(name, "");
  }
}
