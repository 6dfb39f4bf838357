package io.github.openhands4j.simulator.v0;

import java.util.Map;
import java.util.Optional;

/**
 * A request the server saw.
 *
 * @param method the HTTP method
 * @param target path and query as they came, not decoded
 * @param path the decoded path
 * @param query the decoded query, the last value of each name
 * @param headers the headers by lower-case name
 * @param body the body as text, possibly empty
 */
public record V0Request(
    String method,
    String target,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  /** Copies the maps. */
  public V0Request {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /**
   * A header.
   *
   * @param name its name in lower case
   * @return its value, if it was sent
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** Names method and target only: headers hold keys. */
  @Override
  public String toString() {
    return method + " " + target;
  }
}
