package io.github.openhands4j.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request and does what the framework does around it, in its order: path and
 * method, broken JSON, the key, the route itself.
 */
final class Router implements Door {

  private final List<Route> routes;
  private final Gate gate;
  private final Surroundings surroundings;

  /** Routes are tried in order. */
  Router(List<Route> routes, Gate gate, Surroundings surroundings) {
    this.routes = List.copyOf(routes);
    this.gate = gate;
    this.surroundings = surroundings;
  }

  /** Answers a request. */
  @Override
  public Reply answer(Request request, Target target, Instant now) {
    String method = request.getMethod().getName();
    String allowed = "";
    for (Route route : routes) {
      Optional<Map<String, String>> values = route.match(target.path());
      if (values.isPresent()) {
        if (route.method().equals(method)) {
          return answer(
              request, route, Exchange.plain(target, now, request).with(values.get(), null));
        }
        allowed = allowed.isEmpty() ? allowed(route.template()) : allowed;
      }
    }
    if (method.equals("OPTIONS") && Surroundings.isPreflight(request)) {
      return Surroundings.preflight();
    }
    return surroundings.answer(request, target, allowed, this::knows);
  }

  /** The methods of the first route with this path; only the pages for people take HEAD. */
  private String allowed(String template) {
    List<String> methods =
        routes.stream()
            .filter(route -> route.template().equals(template))
            .map(Route::method)
            .toList();
    return methods.contains("HEAD") ? "HEAD, GET" : methods.get(0);
  }

  private boolean knows(String path) {
    return routes.stream().anyMatch(route -> route.match(path).isPresent());
  }

  private Reply answer(Request request, Route route, Exchange exchange) {
    JsonNode body = MissingNode.getInstance();
    if (route.takesBody()) {
      try {
        body = body(request);
      } catch (JsonProcessingException e) {
        return Violations.brokenJson(e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
      } catch (IOException e) {
        return Violations.brokenJson(0);
      }
    }
    if (!route.open() && !gate.admits(request)) {
      return gate.refusal();
    }
    return route.handler().apply(exchange.with(exchange.path(), body));
  }

  private static JsonNode body(Request request) throws IOException {
    byte[] bytes = request.getBody();
    if (bytes == null || bytes.length == 0) {
      return MissingNode.getInstance();
    }
    String type = request.getHeader("Content-Type");
    boolean json = type != null && type.toLowerCase(Locale.ROOT).contains("json");
    return json ? Json.parse(bytes) : TextNode.valueOf(request.getBodyAsString());
  }
}
