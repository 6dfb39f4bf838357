package io.github.openhands4j.simulator.v0;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Finds the route of a request and does what the framework does around it, in its order: path and
 * method, broken JSON, the key, the route itself.
 */
final class Router {

  private static final V0Reply WEB_APP =
      V0Reply.page(200, "<!DOCTYPE html><html><head><title>OpenHands</title></head></html>");

  private final V0Access access;
  private final boolean webApp;
  private final List<Route> routes;

  Router(Store store, V0Access access, boolean webApp) {
    this.access = access;
    this.webApp = webApp;
    this.routes =
        Stream.concat(
                ConversationRoutes.of(store, access).stream(),
                AccountRoutes.of(store, access).stream())
            .toList();
  }

  V0Reply answer(V0Request request) {
    Optional<String> allowed = Optional.empty();
    for (Route route : routes) {
      Matcher path = route.path().matcher(request.path());
      if (path.matches()) {
        if (route.method().equals(request.method())) {
          return answer(request, route, path.groupCount() == 0 ? "" : path.group(1));
        }
        allowed = allowed.isPresent() ? allowed : Optional.of(route.method());
      }
    }
    return webApp ? withoutV0(request, true) : aroundRoutes(request, allowed);
  }

  private V0Reply answer(V0Request request, Route route, String id) {
    return (route.takesBody() ? JsonBody.broken(request) : Optional.<V0Reply>empty())
        .or(() -> access.refusal(request, route.door()))
        .orElseGet(() -> route.handler().apply(id, request));
  }

  private V0Reply aroundRoutes(V0Request request, Optional<String> allowed) {
    if (allowed.isPresent()) {
      return V0Reply.detail(405, "Method Not Allowed").with("allow", allowed.get());
    }
    String path = request.path().replaceFirst("/$", "");
    boolean known =
        !path.equals(request.path())
            && routes.stream().anyMatch(route -> route.path().matcher(path).matches());
    if (known) {
      String target = request.target().replaceFirst("/(\\?|$)", "$1");
      String host = request.header("host").orElse("");
      return new V0Reply(307, "", "", Map.of("location", "http://" + host + target));
    }
    return withoutV0(request, false);
  }

  /** What a server answers on a path that it has no route for, with or without its web app. */
  static V0Reply withoutV0(V0Request request, boolean webApp) {
    if (!webApp) {
      return V0Reply.detail(404, "Not Found");
    }
    return request.method().equals("GET") || request.method().equals("HEAD")
        ? WEB_APP
        : V0Reply.detail(405, "Method Not Allowed");
  }
}
