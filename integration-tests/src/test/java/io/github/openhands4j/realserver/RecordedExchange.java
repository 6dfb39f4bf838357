package io.github.openhands4j.realserver;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that reached the server, and its whole answer, whatever of it went on to the client.
 *
 * @param method the request's method
 * @param target its path and query
 * @param requestHeaders its headers, by lower-case name; of a key is kept whether it was right
 * @param requestBody its body, empty if it had none
 * @param status the answer's status
 * @param headers the answer's headers, by lower-case name
 * @param body the answer's body
 */
public record RecordedExchange(
    String method,
    String target,
    Map<String, String> requestHeaders,
    String requestBody,
    int status,
    Map<String, String> headers,
    String body) {

  /** The headers that carry keys. */
  public static final List<String> KEY_HEADERS =
      List.of("authorization", "x-session-api-key", "x-access-token");

  /** Stands in the place of the key the server wants. */
  public static final String RIGHT = "right";

  /** Stands in the place of any other key. */
  public static final String WRONG = "wrong";

  static RecordedExchange of(HttpMessage request, HttpMessage answer) {
    Map<String, String> headers = new TreeMap<>(request.headers());
    for (String name : KEY_HEADERS) {
      headers.computeIfPresent(name, (n, key) -> key.contains(RealServer.KEY) ? RIGHT : WRONG);
    }
    return new RecordedExchange(
        request.word(0),
        request.word(1),
        headers,
        request.text(),
        Integer.parseInt(answer.word(1)),
        answer.headers(),
        answer.text());
  }

  /** The target without its query. */
  public String path() {
    return target.replaceFirst("\\?.*", "");
  }
}
