package io.github.openhands4j.simulator;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Finds requests that no route takes. */
final class Unrouted {

  private Unrouted() {}

  /**
   * Those of a journal, in order of arrival, without preflights.
   *
   * @param inner makes a path as sent the path that routes know
   */
  static Stream<RecordedRequest> of(
      Journal journal, List<Route> routes, UnaryOperator<String> inner) {
    return journal.requests().stream()
        .filter(request -> !request.method().equals("OPTIONS"))
        .filter(request -> !takes(routes, request.method(), inner.apply(request.path())));
  }

  private static boolean takes(List<Route> routes, String method, String path) {
    return routes.stream()
        .anyMatch(route -> route.method().equals(method) && route.match(path).isPresent());
  }
}
