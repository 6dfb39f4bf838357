package io.github.openhands4j.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request target taken apart.
 *
 * @param path the raw path
 * @param query the raw query, empty when there is none
 * @param parameters the decoded query, values in order
 */
record Target(String path, String query, Map<String, List<String>> parameters) {

  /** Takes apart a path with an optional query. */
  static Target parse(String url) {
    int mark = url.indexOf('?');
    String path = mark < 0 ? url : url.substring(0, mark);
    String query = mark < 0 ? "" : url.substring(mark + 1);
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : List.of(query.split("&", -1))) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
    return new Target(path, query, parameters);
  }

  /** The same query on another path. */
  Target at(String otherPath) {
    return new Target(otherPath, query, parameters);
  }

  /** A raw path without its percent signs; a plus stays one. */
  static String decoded(String rawPath) {
    return decode(rawPath.replace("+", "%2B"));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** All values of a parameter. */
  List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** The last value of a parameter, which is the one that counts. */
  Optional<String> last(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }
}
