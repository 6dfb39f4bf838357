package io.github.openhands4j.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One method on one path.
 *
 * @param template the path, with names in braces for single segments; {@code {path:path}} at its
 *     end takes all the rest
 * @param open true when no key is asked for
 * @param takesBody true when a JSON body is read before anything else
 * @param handler answers a request; it runs under the world's lock
 */
record Route(
    String method,
    String template,
    boolean open,
    boolean takesBody,
    Function<Exchange, Reply> handler) {

  private static final String REST = "{path:path}";

  /** A route without a JSON body. */
  static Route of(String method, String template, Function<Exchange, Reply> handler) {
    return new Route(method, template, false, false, handler);
  }

  /** A route with a JSON body. */
  static Route withBody(String method, String template, Function<Exchange, Reply> handler) {
    return new Route(method, template, false, true, handler);
  }

  /** A GET route without a key. */
  static Route open(String template, Function<Exchange, Reply> handler) {
    return new Route("GET", template, true, false, handler);
  }

  /** The path parameters if the path fits. */
  Optional<Map<String, String>> match(String path) {
    if (template.endsWith(REST)) {
      String front = template.substring(0, template.length() - REST.length());
      return path.startsWith(front)
          ? Optional.of(Map.of("path", path.substring(front.length())))
          : Optional.empty();
    }
    List<String> wanted = List.of(template.split("/", -1));
    List<String> given = List.of(path.split("/", -1));
    if (wanted.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String part = wanted.get(i);
      if (part.startsWith("{") && !given.get(i).isEmpty()) {
        values.put(part.substring(1, part.length() - 1), given.get(i));
      } else if (!part.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(values));
  }
}
