package io.github.openhands4j.compat.http;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request of the V0 API.
 *
 * @param method the HTTP method, in upper case
 * @param target path and query as they stand in the request, percent-encoded: {@code
 *     /api/conversations?limit=5}; or the whole URL, whose scheme and host then stand in the
 *     addresses that answers hold
 * @param headers all values by name; case does not matter
 * @param body the body, possibly empty; read at most once, and not closed
 */
public record V0Request(
    String method, String target, Map<String, List<String>> headers, InputStream body) {

  /** Copies the headers. */
  public V0Request {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> copy.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
    headers = copy;
  }

  /**
   * The values of a header.
   *
   * @param name its name in any case
   * @return its values in their order, possibly none
   */
  public List<String> header(String name) {
    return List.copyOf(headers.getOrDefault(name, List.of()));
  }

  /** Names the method only: paths, headers and bodies hold keys and prompts. */
  @Override
  public String toString() {
    return "V0Request[method=" + method + "]";
  }
}
