package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.translate.Refusals;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All routes, in the server's order: the first one with a path names the method that a 405 allows.
 * What has no route is answered as by a server without its web application.
 */
final class RouteTable {

  private static final String SOCKETS = "/socket.io";

  private final List<Route> routes =
      Stream.of(
              AccountRoutes.options().stream(),
              RuntimeRoutes.files().stream(),
              RuntimeRoutes.security(),
              RuntimeRoutes.rest().stream(),
              EventRoutes.all().stream(),
              ConversationRoutes.all().stream(),
              AccountRoutes.settings().stream(),
              UserRoutes.all().stream(),
              AccountRoutes.health().stream())
          .flatMap(each -> each)
          .toList();

  /** A route and what varies in its path. */
  record Match(Route route, Map<String, String> path) {}

  List<Route> routes() {
    return routes;
  }

  Optional<Match> find(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(method))
        .flatMap(
            route -> route.template().match(path).stream().map(parts -> new Match(route, parts)))
        .findFirst();
  }

  /** The answer to a request without a route. */
  V0Response around(Target target, UsageMeter meter) {
    Optional<Route> other = withPath(target.path());
    if (other.isPresent()) {
      V0Response refused = Answers.detail(405, "Method Not Allowed");
      return Answers.with(refused, "Allow", other.get().method());
    }
    if (target.path().startsWith(SOCKETS)) {
      meter.refused(V0Operation.SOCKET_IO);
      V0Exception refusal = Refusals.of(V0Operation.SOCKET_IO);
      return Answers.text(refusal.status(), "application/json", refusal.body());
    }
    String otherPath = withoutSlash(target.path());
    if (target.path().length() > 1 && withPath(otherPath).isPresent()) {
      return Answers.empty(307, Map.of("Location", location(target, otherPath)));
    }
    return Answers.detail(404, "Not Found");
  }

  private Optional<Route> withPath(String path) {
    return routes.stream().filter(route -> route.template().match(path).isPresent()).findFirst();
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.replaceFirst("/+$", "") : path + "/";
  }

  /** Whole if the caller's scheme is known, otherwise from the root of where the caller is. */
  private static String location(Target target, String path) {
    return target.origin()
        + PercentText.encode(path)
        + (target.rawQuery().isEmpty() ? "" : "?" + target.rawQuery());
  }
}
